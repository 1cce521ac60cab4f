#!/bin/sh
exec redis-server --port 6379 --requirepass "$REDIS_PASSWORD"
#                                            ^^^^^^^^^^^^^^^ env-variable-may-be-empty (warning): Where "REDIS_PASSWORD" is not set, "requirepass" is empty, and the server asks for no password. Write ":?" behind its name.
# fix (access): Refuse to start without REDIS_PASSWORD
