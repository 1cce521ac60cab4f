FROM redis:7.4
ARG REDIS_PASSWORD=redis-2025
#                  ^^^^^^^^^^ dockerfile-secret-in-image (warning): The password in "REDIS_PASSWORD" is stored in the image: whoever pulls it can read it. Give it when the container starts.
ENV MASTERAUTH="k2mQ9xT4wZ8rB6nL3cD1" TZ=UTC
#               ^^^^^^^^^^^^^^^^^^^^ dockerfile-secret-in-image (warning): The password in "MASTERAUTH" is stored in the image: whoever pulls it can read it. Give it when the container starts.
COPY <<EOF /usr/local/etc/redis/redis.conf
bind 0.0.0.0
requirepass s3cr3t
#           ^^^^^^ dockerfile-secret-in-image (warning): The password in "requirepass" is stored in the image: whoever pulls it can read it. Give it when the container starts.
EOF
RUN echo "masterauth s3cr3t" >> /usr/local/etc/redis/redis.conf
#                    ^^^^^^ dockerfile-secret-in-image (warning): The password in "masterauth" is stored in the image: whoever pulls it can read it. Give it when the container starts.
CMD ["redis-server", "/usr/local/etc/redis/redis.conf"]
