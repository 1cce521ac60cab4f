FROM redis:7.2
CMD ["redis-server", "--requirepass", "$REDIS_PASSWORD"]
#                                      ^^^^^^^^^^^^^^^ auth-password-placeholder (error): Nothing expands this placeholder: it is itself the password of "requirepass", for everybody to read. Put a real one in its place.
