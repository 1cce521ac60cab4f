#!/bin/sh
REDIS_PASSWORD=$(cat /run/secrets/redis)
redis-server --requirepass "$REDIS_PASSWORD"
