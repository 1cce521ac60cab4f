#!/bin/sh
exec redis-server --bind '*' --requirepass "${REDIS_PASSWORD:-redis123}"
#                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ env-default-password (warning): Where "REDIS_PASSWORD" is not set, the password is the default that everybody reads here. Remove the default.
# fix (access): Refuse to start without REDIS_PASSWORD
