/** Directives of a server as it is set up with care, spread over long explanations, as in the file servers come with. */
const DIRECTIVES = [
  'bind 127.0.0.1 -::1',
  'protected-mode yes',
  'port 6379',
  'tcp-backlog 511',
  'timeout 0',
  'tcp-keepalive 300',
  'daemonize no',
  'loglevel notice',
  'logfile ""',
  'databases 16',
  'always-show-logo no',
  'stop-writes-on-bgsave-error yes',
  'rdbcompression yes',
  'rdbchecksum yes',
  'dbfilename dump.rdb',
  'dir /var/lib/redis',
  'replica-serve-stale-data yes',
  'replica-read-only yes',
  'repl-diskless-sync yes',
  'repl-diskless-sync-delay 5',
  'repl-disable-tcp-nodelay no',
  'replica-priority 100',
  'acllog-max-len 128',
  'lazyfree-lazy-eviction no',
  'lazyfree-lazy-expire no',
  'lazyfree-lazy-server-del no',
  'replica-lazy-flush no',
  'lazyfree-lazy-user-del no',
  'lazyfree-lazy-user-flush no',
  'oom-score-adj no',
  'oom-score-adj-values 0 200 800',
  'disable-thp yes',
  'appendonly no',
  'appendfilename "appendonly.aof"',
  'appenddirname "appendonlydir"',
  'appendfsync everysec',
  'no-appendfsync-on-rewrite no',
  'auto-aof-rewrite-percentage 100',
  'auto-aof-rewrite-min-size 64mb',
  'aof-load-truncated yes',
  'aof-use-rdb-preamble yes',
  'aof-timestamp-enabled no',
  'slowlog-log-slower-than 10000',
  'slowlog-max-len 128',
  'latency-monitor-threshold 0',
  'notify-keyspace-events ""',
  'hash-max-listpack-entries 512',
  'hash-max-listpack-value 64',
  'list-max-listpack-size -2',
  'list-compress-depth 0',
  'set-max-intset-entries 512',
  'set-max-listpack-entries 128',
  'zset-max-listpack-entries 128',
  'zset-max-listpack-value 64',
  'hll-sparse-max-bytes 3000',
  'stream-node-max-bytes 4096',
  'stream-node-max-entries 100',
  'activerehashing yes',
  'client-output-buffer-limit normal 0 0 0',
  'client-output-buffer-limit replica 256mb 64mb 60',
  'client-output-buffer-limit pubsub 32mb 8mb 60',
  'hz 10',
  'dynamic-hz yes',
  'aof-rewrite-incremental-fsync yes',
  'rdb-save-incremental-fsync yes',
  'jemalloc-bg-thread yes',
  'maxclients 10000',
  'maxmemory 512mb',
  'maxmemory-policy noeviction',
  'save 3600 1 300 100 60 10000',
  'pidfile /var/run/redis_6379.pid',
] as const;

const LINES_OF_STOCK_FILE = 2400;
const PROSE = 'what the next setting does, when another value is the better one, and what it costs';

/** A configuration of so many lines, mostly comments: every 2,400 lines hold the same 71 directives. */
export function stockConfiguration(lines: number): string {
  const every = Math.floor(LINES_OF_STOCK_FILE / DIRECTIVES.length);
  const line = (index: number): string => {
    const nth = Math.floor((index % LINES_OF_STOCK_FILE) / every);
    if (index % every === every - 1) return DIRECTIVES[nth] ?? '';
    return index % every === 0 ? '' : `# ${index}: ${PROSE}`;
  };
  return `${Array.from({ length: lines - 1 }, (_, index) => line(index)).join('\n')}\n`;
}

/** JSON of so many lines that meets `JSON_SCHEMA`, but for every `wrongEvery`th of them. */
export function jsonDocument(lines: number, wrongEvery = Number.POSITIVE_INFINITY): string {
  const isWrong = (index: number) => index % wrongEvery === wrongEvery - 1;
  const entries = Array.from({ length: lines - 2 }, (_, index) =>
    isWrong(index)
      ? `  "setting-${index}": "x"`
      : `  "setting-${index}": "a value that is long enough, number ${index}"`,
  );
  return `{\n${entries.join(',\n')}\n}`;
}

export const JSON_SCHEMA = { type: 'object', additionalProperties: { type: 'string', minLength: 3 } } as const;
