FROM redis:latest AS base
#    ^^^^^^^^^^^^ version-image-floating (information): "redis:latest" may be another release with the next pull. Name a release line, such as Redis 8.10.
FROM base
COPY --chown=redis:redis data /data
CMD ["redis-server", "--appendonly", "yes"]
