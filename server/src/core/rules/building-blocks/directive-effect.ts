import type { DirectiveName } from '../../directives/catalog.js';
import type { Impact, ReviewedEffect } from '../rule.js';

/** Directives on which it hangs what is written, kept, evicted or copied. */
const DATA =
  /^(append|aof-(load|use)|cluster-config-file$|databases$|db|dir$|maxmemory(-policy)?$|min-replicas-|no-appendfsync|notify-|propagation-|rdb(checksum|-del|-version)|repl-diskless-load$|replica(of|-ignore|-priority)|save$|shutdown-|slowlog-|stop-writes)/;

/** Directives on which it hangs how fast the server is, how much memory it takes and what it logs, and nothing else. */
const SPEED =
  /^(active|always-show|aof-rewrite|auto-aof|disable-thp$|dynamic-hz$|events-|hash-max|hll-|hz$|io-threads|jemalloc|key-memory|latency-|lazyfree-|lfu-|list-|log-|loglevel$|lookahead$|maxmemory-samples$|prefetch-|rdb(compression|-save)|repl-(backlog|disable|diskless-sync)|sanitize-|set-max|stream-node|syslog-(facility|ident)|tls-session|zset-)|cpulist$/;

/** What a change of a directive is about; who can do what, where in doubt. */
export function effectOf(name: DirectiveName | undefined): ReviewedEffect {
  if (name === undefined) return 'access';
  return DATA.test(name) ? 'data' : SPEED.test(name) ? 'speed' : 'access';
}

/** Of a fix that writes what somebody probably meant. */
export function guessAt(name: DirectiveName | undefined): Impact {
  return { effect: effectOf(name), consequence: 'It is a guess at what was meant: check it before the server starts.' };
}
