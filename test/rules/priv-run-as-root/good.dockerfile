FROM valkey/valkey:8.0
COPY valkey.conf /etc/valkey.conf
USER valkey
ENTRYPOINT ["valkey-server", "/etc/valkey.conf"]
