FROM redis:7.2
COPY redis.conf /usr/local/etc/redis/redis.conf
#    ^^^^^^^^^^ container-config-not-used (warning): The server is started without "/usr/local/etc/redis/redis.conf": its passwords and limits do not count. Name it first in the command.
CMD ["redis-server", "--appendonly", "yes"]
