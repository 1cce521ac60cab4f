FROM redis:7.2
CMD ["redis-server", "--requirepass", "wX8-kQ2-mZ5-vB9-xN4"]
#                                      ^^^^^^^^^^^^^^^^^^^ cli-password-on-command-line (warning): The password in "requirepass" is on a command line, where the list of processes shows it. Have it read from a mounted file or a secret.
