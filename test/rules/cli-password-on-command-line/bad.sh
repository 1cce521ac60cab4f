#!/bin/sh
redis-server --port 6379 --requirepass 'wX8-kQ2-mZ5-vB9-xN4' --daemonize yes
#                                       ^^^^^^^^^^^^^^^^^^^ cli-password-on-command-line (warning): The password in "requirepass" is on a command line, where the list of processes shows it. Have it read from a mounted file or a secret.
redis-cli -a wX8-kQ2-mZ5-vB9-xN4 ping
#            ^^^^^^^^^^^^^^^^^^^ cli-password-on-command-line (warning): A password is on a command line, where the list of processes shows it. Give it to "redis-cli" in "REDISCLI_AUTH".
