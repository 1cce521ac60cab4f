#!/bin/sh
docker run -d --name cache --network host redis:7.2
#                                    ^^^^ compose-network-host (error): "cache" listens on every interface of its machine, and no password is set. Publish its port on 127.0.0.1 instead.
