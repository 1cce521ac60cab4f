#!/bin/bash
set -euo pipefail
redis-server --requirepass "$REDIS_PASSWORD"
