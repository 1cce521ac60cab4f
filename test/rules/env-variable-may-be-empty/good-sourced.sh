#!/bin/sh
. ./redis.env
redis-server --requirepass "$REDIS_PASSWORD"
