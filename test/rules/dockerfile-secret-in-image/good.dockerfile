FROM redis:7.4
ARG REDIS_PASSWORD
ENV REDIS_PASSWORD=$REDIS_PASSWORD REDIS_PORT=6379 ALLOW_EMPTY_PASSWORD=yes REDIS_PASSWORD_FILE=/run/secrets/redis
COPY <<'EOF' /usr/local/etc/redis/redis.conf
bind 0.0.0.0
user app on #9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 ~app:* +@read
EOF
CMD ["redis-server", "/usr/local/etc/redis/redis.conf"]
