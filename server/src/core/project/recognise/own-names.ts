// Every directive of every supported product and version, as far as one has to know them to say what a file is. The
// catalog holds the list itself, and a test holds this one against it: who asks only that need not load the catalog.

/** How whole families of directives begin. */
const FAMILIES: readonly string[] = (
  'acl active aof append array- auto-aof- backup bgsave bind bio busy-reply- client- cluster- commandlog- ' +
  'crash- debug- enable- forkless- hash- hll- hotkeys- io-threads jemalloc- key- latency- lazy lfu- list- ' +
  'loading- log- lua- master max min- no-appendfsync notify- oom-score-adj prefetch- primary priority- ' +
  'propagation- proto-max- rdb rdma- repl sanitize- server-cpu server_cpu set- shutdown- slave slot-migration- ' +
  'slowlog- socket-mark- stop-writes- stream- syslog- tcp- tls- tracking- unixsocket vset- zset-'
).split(' ');

const NAMES: ReadonlySet<string> = new Set(
  (
    'always-show-logo availability-zone daemonize databases dbfilename dir disable-thp ' +
    'dual-channel-replication-enabled dynamic-hz events-per-io-thread extended-redis-compatibility ' +
    'gopher-enabled hide-user-data-from-log hz ignore-warnings import-mode include loadmodule locale-collate ' +
    'logfile loglevel lookahead mptcp pidfile port preload-file proc-title-template protected-mode ' +
    'rename-command req-res-logfile requirepass role save sentinel supervised timeout use-exit-on-panic user ' +
    'watchdog-period'
  ).split(' '),
);

const NAME = /^[a-z][\w-]*$/;

/** What nothing but Redis, Valkey and their relatives has. */
const UNMISTAKABLE =
  /^(?:appendonly|appendfsync|appendfilename|auto-aof-|no-appendfsync-on-|maxmemory|requirepass|masterauth|masteruser|replicaof|slaveof|repl-|replica-|slave-|rdbcompression|rdbchecksum|dbfilename|stop-writes-on-bgsave|protected-mode|rename-command|aclfile|acllog-|lazyfree-|cluster-enabled|cluster-node-timeout|activedefrag|active-defrag-|activerehashing|(?:hash|list|set|zset)-max-|notify-keyspace-events|client-output-buffer-limit|slowlog-|latency-monitor-|lua-time-limit|tracking-table-)/;

/** What only a server with data has a use for; the other directives stand in files of both. */
const ABOUT_DATA =
  /^(?:replica|repl-|slave|masterauth$|masteruser$|primary|min-(?:replicas|slaves)-|save$|append|aof[-_]|auto-aof-|no-appendfsync|rdb|dbfilename$|databases$|stop-writes-|maxmemory|cluster-|active|lazyfree-|list-|hash-max|set-max|zset-max|notify-keyspace-events$|loadmodule$)/;

/** Whether a name (lower case) is a directive of some server, or of the family of one. */
export function isDirective(name: string): boolean {
  return NAMES.has(name) || (NAME.test(name) && FAMILIES.some((family) => name.startsWith(family)));
}

/** Whether a directive tells by itself that a file is one of ours. */
export function isUnmistakable(directive: string): boolean {
  return UNMISTAKABLE.test(directive);
}

/** Whether a directive tells that a file is not a Sentinel's. */
export function isAboutData(directive: string): boolean {
  return ABOUT_DATA.test(directive);
}
