FROM redis:7.4
COPY redis.conf /etc/redis.conf
ENTRYPOINT ["redis-server", "/etc/redis.conf"]
#^^^^^^^^^ priv-run-as-root (warning): "redis-bad.dockerfile" runs as root: the entrypoint that gives root up is replaced. Add "USER 999".
