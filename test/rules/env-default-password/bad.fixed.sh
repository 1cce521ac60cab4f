#!/bin/sh
exec redis-server --bind '*' --requirepass "${REDIS_PASSWORD:?set REDIS_PASSWORD}"
