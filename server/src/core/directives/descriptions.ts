import type { DirectiveName } from './catalog.js';

/** What people are told about a directive, in our own words. */
export interface Description {
  /** One sentence: what it does. */
  readonly summary: string;
  /** What it means for security, where it means something. */
  readonly security?: string;
}

/** One for every directive; a mistyped or missing name does not compile. */
export const DESCRIPTIONS: Readonly<Record<DirectiveName, Description>> = {
  'acl-pubsub-default': {
    summary: 'Whether new users may use every Pub/Sub channel or none.',
    security: '`allchannels` lets every new user subscribe and publish to every channel.',
  },
  aclfile: {
    summary: 'The file that holds the ACL users; `user` lines are then not allowed here.',
    security: '`requirepass` is ignored beside it: without a `user default` line in the file the server is open.',
  },
  'acllog-max-len': {
    summary: 'How many refused commands and logins ACL LOG remembers.',
    security: '0 keeps no record of failed logins.',
  },
  'active-defrag-cycle-max': { summary: 'The most CPU time, in percent, that defragmentation may take.' },
  'active-defrag-cycle-min': { summary: 'The least CPU time, in percent, that defragmentation takes once it runs.' },
  'active-defrag-cycle-us': { summary: 'How many microseconds one step of defragmentation lasts.' },
  'active-defrag-ignore-bytes': { summary: 'How much memory must be wasted before defragmentation starts.' },
  'active-defrag-max-scan-fields': {
    summary: 'Collections with more fields than this are defragmented in steps of their own.',
  },
  'active-defrag-threshold-lower': {
    summary: 'The share of wasted memory, in percent, at which defragmentation starts.',
  },
  'active-defrag-threshold-upper': {
    summary: 'The share of wasted memory, in percent, at which defragmentation works hardest.',
  },
  'active-expire-effort': { summary: 'How hard the server looks for expired keys, from 1 to 10.' },
  activedefrag: { summary: 'Moves data around while the server runs to give wasted memory back.' },
  activerehashing: { summary: 'Spends a millisecond in a hundred on growing the main table step by step.' },
  'always-show-logo': { summary: 'Shows the logo at the start even when the log goes to a file.' },
  'aof-disable-auto-gc': { summary: 'Keeps outdated append-only files instead of deleting them after a rewrite.' },
  'aof-load-corrupt-tail-max-size': {
    summary: 'How many damaged bytes at the end of the append-only file are cut off rather than refused.',
  },
  'aof-load-truncated': { summary: 'Starts with an append-only file whose end is missing, losing only that end.' },
  'aof-rewrite-cpulist': { summary: 'The processors that the rewriting process is bound to.' },
  'aof-rewrite-incremental-fsync': { summary: 'Writes the rewritten file to disk bit by bit, to avoid long pauses.' },
  'aof-timestamp-enabled': { summary: 'Writes times into the append-only file, for recovery up to a point in time.' },
  'aof-use-rdb-preamble': { summary: 'Starts the rewritten append-only file with a snapshot, which loads faster.' },
  appenddirname: {
    summary: 'The directory, below `dir`, that holds the append-only files.',
    security: 'A server that finds none of this name starts empty: rename the directory with the line.',
  },
  appendfilename: { summary: 'What the names of the append-only files begin with.' },
  appendfsync: {
    summary: 'How often writes reach the disk for certain: at every write, every second, or when the system decides.',
  },
  appendonly: {
    summary: 'Logs every write to a file that is replayed at the start, beside the snapshots.',
    security: 'Switch it on with CONFIG SET first: a restart reads this file alone, and starts empty without it.',
  },
  'array-slice-size': { summary: 'How many slots one slice of an array has: a power of two.' },
  'array-sparse-kmax': {
    summary: 'Above how many entries a sparse slice of an array becomes a dense one; 0 never makes sparse ones.',
  },
  'array-sparse-kmin': {
    summary: 'Below how many entries a dense slice of an array becomes a sparse one again; 0 never.',
  },
  'auto-aof-rewrite-min-size': { summary: 'The append-only file is not rewritten by itself while it is smaller.' },
  'auto-aof-rewrite-percentage': {
    summary: 'How much the append-only file must have grown, in percent, to be rewritten.',
  },
  'availability-zone': { summary: 'The name of the zone this server is in, which clients may prefer.' },
  'backup-sealed-ttl': { summary: 'After how many seconds a sealed backup is removed; 0 keeps it.' },
  backupdirname: { summary: 'The directory, below `dir`, that BACKUP writes into.' },
  'bgsave-cpulist': { summary: 'The processors that the process which writes snapshots is bound to.' },
  'bgsave-default-method': { summary: 'How BGSAVE takes its snapshot: in a forked process, or without one.' },
  bind: {
    summary: 'The addresses the server listens on; `-` before one means that it may be missing on this machine.',
    security: 'Without this line the server listens on every interface. Bind only what clients need.',
  },
  'bind-source-addr': { summary: 'The address that connections to other servers come from.' },
  'bio-cpulist': { summary: 'The processors that background threads are bound to.' },
  'busy-reply-threshold': { summary: 'After how many milliseconds a running script makes other clients get BUSY.' },
  'client-default-resp': { summary: 'The protocol version that new connections speak.' },
  'client-output-buffer-limit': {
    summary:
      'How much unread output a class of clients may pile up before it is disconnected: class, hard limit, soft limit, seconds.',
    security: 'Without limits a client that does not read makes the server run out of memory.',
  },
  'client-query-buffer-limit': {
    summary: 'The largest command that a client may send.',
    security: 'A large value lets one client take much memory.',
  },
  'cluster-allow-pubsubshard-when-down': { summary: 'Serves sharded Pub/Sub while the cluster is down.' },
  'cluster-allow-reads-when-down': { summary: 'Answers reads while the cluster is down, which may be outdated.' },
  'cluster-allow-replica-migration': { summary: 'Lets replicas move to primaries that have none left.' },
  'cluster-announce-bus-port': { summary: 'The port of the cluster bus that other nodes are told.' },
  'cluster-announce-client-ipv4': { summary: 'The IPv4 address that clients are told.' },
  'cluster-announce-client-ipv6': { summary: 'The IPv6 address that clients are told.' },
  'cluster-announce-client-port': { summary: 'The port that clients are told.' },
  'cluster-announce-client-tls-port': { summary: 'The TLS port that clients are told.' },
  'cluster-announce-hostname': { summary: 'The host name that clients and nodes are told.' },
  'cluster-announce-human-nodename': { summary: 'A name for this node that people can read, in logs.' },
  'cluster-announce-ip': {
    summary: 'The address that other nodes and clients are told, for networks that translate addresses.',
    security: 'Clients send passwords and data to this address: it has to be one of this server.',
  },
  'cluster-announce-port': { summary: 'The port that other nodes and clients are told.' },
  'cluster-announce-tls-port': { summary: 'The TLS port that other nodes and clients are told.' },
  'cluster-blacklist-ttl': { summary: 'For how many seconds a node that was forgotten may not come back.' },
  'cluster-bus-port-protected-mode': {
    summary: 'Starts a cluster node only where `tls-cluster` says who may join.',
    security: 'The cluster bus has no password: whoever reaches its port can join.',
  },
  'cluster-compatibility-sample-ratio': {
    summary: 'The share of commands, in percent, that is checked for use in a cluster.',
  },
  'cluster-config-file': {
    summary: 'The file in which a node keeps what it knows of the cluster; the server writes it itself.',
  },
  'cluster-config-save-behavior': { summary: 'Whether the node waits for its cluster file to be on disk.' },
  'cluster-databases': { summary: 'How many databases a cluster has.' },
  'cluster-enabled': {
    summary: 'Runs the server as a node of a cluster.',
    security: 'The cluster bus has no authentication of its own: only a firewall or `tls-cluster` protects it.',
  },
  'cluster-link-sendbuf-limit': { summary: 'How much may wait to be sent to another node before the link is cut.' },
  'cluster-manual-failover-timeout': { summary: 'How many milliseconds a failover by hand may take.' },
  'cluster-message-gossip-perc': { summary: 'The share of known nodes, in percent, that each message tells about.' },
  'cluster-migration-barrier': { summary: 'How many replicas a primary keeps before one may move to another primary.' },
  'cluster-node-timeout': { summary: 'After how many milliseconds of silence a node counts as failing.' },
  'cluster-ping-interval': { summary: 'How often, in milliseconds, a node pings another one.' },
  'cluster-port': {
    summary: 'The port of the cluster bus; 0 means the port plus 10000.',
    security: 'Whoever reaches it can join or disturb the cluster: open it for the nodes alone.',
  },
  'cluster-preferred-endpoint-type': {
    summary: 'Whether clients are sent to an address, a host name, or told nothing.',
  },
  'cluster-replica-no-failover': { summary: 'Keeps this replica from becoming a primary by itself.' },
  'cluster-replica-validity-factor': { summary: 'How outdated, in node timeouts, a replica may be to take over.' },
  'cluster-require-full-coverage': { summary: 'Stops answering when some part of the key space has no node.' },
  'cluster-slot-migration-handoff-max-lag-bytes': {
    summary: 'How far behind the target may be when a slot is handed over.',
  },
  'cluster-slot-migration-log-max-len': { summary: 'How many slot migrations are remembered.' },
  'cluster-slot-migration-max-archived-tasks': { summary: 'How many finished slot migrations are remembered.' },
  'cluster-slot-migration-sync-buffer-drain-timeout': {
    summary: 'How many milliseconds a migration waits for its buffer to empty.',
  },
  'cluster-slot-migration-write-pause-timeout': {
    summary: 'For how many milliseconds writes may be paused by a migration.',
  },
  'cluster-slot-stats-enabled': { summary: 'Counts use by slot: CPU, network, memory.' },
  'commandlog-large-reply-max-len': { summary: 'How many commands with large replies are remembered.' },
  'commandlog-large-request-max-len': { summary: 'How many large commands are remembered.' },
  'commandlog-reply-larger-than': { summary: 'Replies with more bytes than this are logged; -1 turns it off.' },
  'commandlog-request-larger-than': { summary: 'Commands with more bytes than this are logged; -1 turns it off.' },
  'crash-log-enabled': {
    summary: 'Writes a report when the server crashes.',
    security: 'Switched off, an attack that crashes the server leaves no report.',
  },
  'crash-memcheck-enabled': { summary: 'Tests the memory when the server crashes.' },
  daemonize: { summary: 'Runs the server in the background.' },
  databases: { summary: 'How many numbered databases there are.' },
  dbfilename: {
    summary: 'The name of the snapshot file, in `dir`.',
    security: 'Intruders change it, with `dir`, to write files of their choice: restrict CONFIG with ACL rules.',
  },
  'debug-context': { summary: 'A text that is written into crash reports.' },
  dir: {
    summary:
      'The working directory: snapshots, append-only files, cluster file; relative paths below this line start here.',
    security: 'It should hold nothing but data and belong to the server alone. Changing it does not move the data.',
  },
  'disable-thp': { summary: 'Switches transparent huge pages off for this process, against pauses.' },
  'dual-channel-replication-enabled': {
    summary: 'Sends a full copy and new writes to a replica over two connections.',
  },
  'dynamic-hz': { summary: 'Does background work more often while many clients are connected.' },
  'enable-debug-assert': { summary: 'Checks the server’s own assumptions at run time, for developers.' },
  'enable-debug-command': {
    summary: 'Who may run DEBUG: nobody, local connections, or everybody.',
    security: 'DEBUG can crash the server and change its memory. Keep it at `no`.',
  },
  'enable-module-command': {
    summary: 'Who may run MODULE LOAD and MODULE UNLOAD: nobody, local connections, or everybody.',
    security: 'MODULE LOAD runs native code in the server. Keep it at `no`, and load modules in this file.',
  },
  'enable-protected-configs': {
    summary: 'Who may change protected settings such as `dir` and `dbfilename` with CONFIG SET.',
    security: 'Changing them is the classic way from a connection to code execution. Keep it at `no`.',
  },
  'events-per-io-thread': { summary: 'An outdated number for I/O threads; the newest servers ignore it.' },
  'extended-redis-compatibility': { summary: 'Answers with Redis’ name and version where clients insist on it.' },
  'forkless-infrastructure-enabled': { summary: 'Prepares every key for snapshots that need no forked process.' },
  'gopher-enabled': {
    summary: 'Answers the Gopher protocol; removed in 7.0.',
    security: 'It serves keys without a login, even when a password is set.',
  },
  'hash-max-listpack-entries': { summary: 'Hashes with at most so many fields are stored compactly.' },
  'hash-max-listpack-value': { summary: 'Hashes with values of at most so many bytes are stored compactly.' },
  'hash-max-template-entries': {
    summary: 'Up to how many fields a hash is stored by a shared template; 0 is no limit.',
  },
  'hash-min-template-entries': {
    summary: 'From how many fields on a hash is stored by a shared template; 0 is never.',
  },
  'hash-rdb-load-max-template-entries': {
    summary: "Up to how many fields an older snapshot's hash is stored by a shared template; 0 is no limit.",
  },
  'hash-rdb-load-min-template-entries': {
    summary: "From how many fields on an older snapshot's hash is stored by a shared template; 0 is never.",
  },
  'hash-rdb-load-template-disassembly-threshold': {
    summary: 'How many keys must share a template that loading made for it to be kept; 0 keeps all.',
  },
  'hash-seed': {
    summary: 'The seed of the hash function, for equal scans on several nodes.',
    security: 'A known seed lets an attacker slow the server down with chosen keys.',
  },
  'hide-user-data-from-log': {
    summary: 'Leaves keys and values out of the log and of crash reports.',
    security: 'Switched off, secrets of your users may end up in log files.',
  },
  'hll-sparse-max-bytes': { summary: 'The largest HyperLogLog that is stored compactly.' },
  'hotkeys-sampling-percentage': {
    summary: 'The share of requests, in percent, that the search for hot keys looks at.',
  },
  'hotkeys-top-k': { summary: 'How many hot keys are followed; 0 looks for none.' },
  'hotkeys-window-seconds': { summary: 'How many seconds hot keys are counted before counting starts again.' },
  hz: { summary: 'How many times a second background work is done.' },
  'ignore-warnings': { summary: 'Warnings about the machine that do not stop the server.' },
  'import-mode': { summary: 'Keeps expired keys while data is imported from another server.' },
  include: {
    summary: 'Reads another file at this place; lines below override it.',
    security: 'A file that others may write decides over everything above it.',
  },
  'io-threads': { summary: 'How many threads read and write connections.' },
  'io-threads-always-active': { summary: 'Uses all I/O threads also when there is little to do.' },
  'io-threads-do-reads': { summary: 'Lets I/O threads read too; the newest servers ignore it.' },
  'jemalloc-bg-thread': { summary: 'Gives unused memory back in a thread of its own.' },
  'key-load-delay': { summary: 'Slows the loading of each key down, for tests.' },
  'key-memory-histograms': { summary: 'Counts keys by the memory they take.' },
  'latency-monitor-threshold': { summary: 'Events that last so many milliseconds are remembered; 0 turns it off.' },
  'latency-tracking': { summary: 'Measures how long each command takes.' },
  'latency-tracking-info-percentiles': { summary: 'The percentiles of command times that INFO shows.' },
  'lazyexpire-nested-arbitrary-keys': { summary: 'Expires keys that commands and scripts meet without naming them.' },
  'lazyfree-lazy-eviction': { summary: 'Frees evicted keys in the background.' },
  'lazyfree-lazy-expire': { summary: 'Frees expired keys in the background.' },
  'lazyfree-lazy-server-del': { summary: 'Frees values that a command overwrites in the background.' },
  'lazyfree-lazy-user-del': { summary: 'Makes DEL free memory in the background, like UNLINK.' },
  'lazyfree-lazy-user-flush': { summary: 'Makes FLUSHALL and FLUSHDB work in the background unless told otherwise.' },
  'lfu-decay-time': { summary: 'After how many minutes the count of a key’s use is lowered.' },
  'lfu-log-factor': { summary: 'How slowly the count of a key’s use grows.' },
  'list-compress-depth': { summary: 'How many nodes at each end of a list are not compressed; 0 compresses none.' },
  'list-max-listpack-size': { summary: 'How large a node of a list may be: entries, or a size class from -1 to -5.' },
  'list-max-ziplist-entries': { summary: 'An outdated limit of lists; every server ignores it.' },
  'list-max-ziplist-value': { summary: 'An outdated limit of lists; every server ignores it.' },
  'loading-process-events-interval-bytes': {
    summary: 'After how many loaded bytes the server looks after its clients.',
  },
  loadmodule: {
    summary: 'Loads a module, with its arguments, at the start.',
    security:
      'A module is native code with all the server’s rights: load only what you trust, from a place others cannot write.',
  },
  'locale-collate': { summary: 'The locale that texts are compared in.' },
  'log-format': { summary: 'How lines of the log are written.' },
  'log-timestamp-format': { summary: 'How times are written in the log.' },
  logfile: {
    summary: 'Where the log goes; empty means standard output, which a daemon throws away.',
    security: 'Whoever may write to its directory can replace the log: use one of the server alone.',
  },
  loglevel: {
    summary: 'How much is logged.',
    security: '`debug` writes much about clients; `nothing` leaves no record of an attack.',
  },
  lookahead: { summary: 'How many commands of a client are parsed ahead.' },
  'lua-enable-deprecated-api': {
    summary: 'Lets scripts use functions that were removed for safety.',
    security: 'Those functions helped scripts out of their sandbox. Keep it at `no`.',
  },
  'lua-replicate-commands': { summary: 'An outdated switch for scripts; newer servers ignore it.' },
  masterauth: {
    summary: 'The password that a replica logs in to its primary with.',
    security: 'It is a secret in clear text: keep the file unreadable to others.',
  },
  masteruser: {
    summary: 'The ACL user that a replica logs in to its primary as.',
    security: 'It needs `masterauth` too. Allow this user the commands of replication and nothing else.',
  },
  'max-new-connections-per-cycle': { summary: 'How many new connections are accepted in one turn.' },
  'max-new-tls-connections-per-cycle': { summary: 'How many new TLS connections are accepted in one turn.' },
  maxclients: {
    summary: 'How many clients may be connected at once.',
    security: 'It bounds what a flood of connections can take. When it is used up, the administrator is refused too.',
  },
  'maxclients-reserved': { summary: 'How many connections are kept free for clients of `priority-subnets`.' },
  maxmemory: {
    summary: 'How much memory data may take; 0 means no limit.',
    security: 'Without a limit any client that may write can make the system kill the server.',
  },
  'maxmemory-clients': { summary: 'How much memory all clients’ buffers may take together; 0 means no limit.' },
  'maxmemory-eviction-tenacity': { summary: 'How long the server keeps evicting before it goes on with clients.' },
  'maxmemory-policy': { summary: 'Which keys go when memory is full; `noeviction` refuses writes instead.' },
  'maxmemory-samples': { summary: 'How many keys are compared to find one to evict.' },
  'min-io-threads-avoid-copy-reply': { summary: 'From how many I/O threads on large replies are sent without a copy.' },
  'min-replicas-max-lag': { summary: 'How many seconds a replica may lag behind to count as good.' },
  'min-replicas-to-write': { summary: 'Writes are refused while fewer good replicas are connected; 0 turns it off.' },
  'min-string-size-avoid-copy-reply': { summary: 'From how many bytes on a string is sent without a copy.' },
  'min-string-size-avoid-copy-reply-threaded': {
    summary: 'From how many bytes on a string is sent without a copy when I/O threads are used.',
  },
  mptcp: { summary: 'Accepts Multipath TCP connections.' },
  'no-appendfsync-on-rewrite': {
    summary: 'Does not force writes to disk while a child process writes; a crash then loses more.',
  },
  'notify-keyspace-events': {
    summary: 'Which events on keys are published to Pub/Sub channels.',
    security: 'The names of keys go to whoever may subscribe.',
  },
  'oom-score-adj': { summary: 'Tells the Linux kernel which processes to kill first when memory runs out.' },
  'oom-score-adj-values': { summary: 'The scores of a primary, a replica and a child process.' },
  pidfile: {
    summary: 'Where the server writes its process id.',
    security: 'Scripts that stop the server trust it: use a directory that only the server may write to.',
  },
  port: {
    summary: 'The port for plain connections; 0 means none.',
    security: 'It carries passwords and data in the clear. With `tls-port` in use set it to 0.',
  },
  'prefetch-batch-max-size': { summary: 'How many commands’ keys are fetched into the cache at once.' },
  'preload-file': { summary: 'The one file that is loaded at start: `rdb:` or `aof:` and an absolute path.' },
  'priority-preemptive-poll-interval-us': {
    summary: 'How often, in microseconds, system events are served before clients.',
  },
  'priority-subnets': { summary: 'The addresses and networks whose clients come first.' },
  'proc-title-template': { summary: 'What the process list shows for the server.' },
  'propagation-error-behavior': { summary: 'What happens when a replicated command fails: nothing, or a stop.' },
  'protected-mode': {
    summary: 'Refuses all but loopback and the Unix socket while the default user needs no password.',
    security: 'It is the last protection of a server without a password. Keep it at `yes`.',
  },
  'proto-max-bulk-len': {
    summary: 'The longest single string that a client may send.',
    security: 'A large value lets one client take much memory.',
  },
  'rdb-del-sync-files': {
    summary: 'Deletes snapshots that were made only for replication, while snapshots and the append-only file are off.',
  },
  'rdb-key-save-delay': { summary: 'Slows the writing of each key down, for tests.' },
  'rdb-save-incremental-fsync': { summary: 'Writes a snapshot to disk bit by bit, to avoid long pauses.' },
  'rdb-version-check': { summary: 'Whether snapshots of unknown versions are refused.' },
  rdbchecksum: {
    summary: 'Ends snapshots with a checksum and verifies it.',
    security: 'Without it damage goes unnoticed.',
  },
  rdbcompression: { summary: 'Compresses strings in snapshots.' },
  'rdma-bind': { summary: 'The addresses the server listens on for RDMA.', security: 'Bind only what clients need.' },
  'rdma-completion-vector': { summary: 'The processor vector that handles RDMA events.' },
  'rdma-port': { summary: 'The port for RDMA connections; 0 means none.' },
  'rdma-rx-size': { summary: 'The receive buffer of each RDMA connection.' },
  'rename-command': {
    summary: 'Gives a command another name, or removes it with an empty one; ACL rules keep the old name.',
    security: 'A secret name is weak protection. From 6.0 on use ACL users instead.',
  },
  'repl-backlog-size': { summary: 'How many recent writes are kept for replicas that reconnect.' },
  'repl-backlog-ttl': { summary: 'After how many seconds without replicas those writes are dropped; 0 means never.' },
  'repl-compression': { summary: 'Whether the stream of changes to replicas is compressed.' },
  'repl-compression-max-latency': { summary: 'How many milliseconds changes may wait to be compressed together.' },
  'repl-disable-tcp-nodelay': { summary: 'Sends less often to replicas: less traffic, more delay.' },
  'repl-diskless-load': { summary: 'Whether a replica loads the copy from the connection rather than from a file.' },
  'repl-diskless-sync': { summary: 'Sends a full copy over the connection without writing it to disk first.' },
  'repl-diskless-sync-delay': {
    summary: 'How many seconds the primary waits for more replicas before it sends a copy.',
  },
  'repl-diskless-sync-max-replicas': { summary: 'With so many replicas waiting the copy is sent at once.' },
  'repl-mptcp': { summary: 'Uses Multipath TCP for replication.' },
  'repl-ping-replica-period': { summary: 'How often, in seconds, the primary pings its replicas.' },
  'repl-rdb-channel': { summary: 'Sends a full copy and new writes to a replica over two connections.' },
  'repl-throttling-enabled': {
    summary: 'Slows writing clients down where a replica falls behind, instead of dropping it.',
  },
  'repl-timeout': { summary: 'After how many seconds of silence a replication link is given up.' },
  'replica-announce-ip': {
    summary: 'The address that this replica tells its primary.',
    security: 'After a failover clients and replicas connect to this address: it has to be one of this server.',
  },
  'replica-announce-port': { summary: 'The port that this replica tells its primary.' },
  'replica-announced': { summary: 'Whether Sentinel shows this replica to clients.' },
  'replica-full-sync-buffer-limit': { summary: 'How many writes a replica keeps while it loads a full copy.' },
  'replica-ignore-disk-write-errors': { summary: 'Lets a replica go on when it cannot write to its disk.' },
  'replica-ignore-maxmemory': { summary: 'Leaves eviction to the primary.' },
  'replica-lazy-flush': { summary: 'Frees the old data in the background before a full copy is loaded.' },
  'replica-priority': { summary: 'Sentinel prefers lower numbers for the new primary; 0 means never.' },
  'replica-read-only': {
    summary: 'Refuses writes on a replica.',
    security: 'A replica that can be written to differs from its primary without anybody noticing.',
  },
  'replica-serve-stale-data': {
    summary: 'Answers reads while the link to the primary is down.',
    security: 'The answers may be old, such as permissions that were revoked meanwhile.',
  },
  replicaof: {
    summary: 'Makes this server a copy of another: host and port.',
    security: 'All data comes from there: use TLS and a password, and a primary you trust.',
  },
  'req-res-logfile': { summary: 'Writes all requests and replies to a file, in test builds.' },
  requirepass: {
    summary: 'The password of the default user.',
    security:
      'Make it long and random: the server checks a great many guesses a second. It is ignored beside `aclfile` and beside a `user default` line.',
  },
  role: {
    summary: 'A named set of rights that users may have beside their own.',
    security: 'No rule of its users takes away what a role allows.',
  },
  'sanitize-dump-payload': {
    summary: 'Whether data that comes with RESTORE or replication is checked thoroughly.',
    security:
      'The default `no` checks nothing, and crafted data can crash the server or worse; `clients` checks what clients send.',
  },
  save: {
    summary: 'When snapshots are made: pairs of seconds and changes; an empty string means never.',
    security: 'Without snapshots and append-only file a restart loses all data.',
  },
  sentinel: {
    summary: 'A setting of Sentinel: which primaries it watches, and how.',
    security:
      'Its file can name scripts to run, and with `deny-scripts-reconfig no` so can its clients: protect it as you protect the servers.',
  },
  'server-cpulist': { summary: 'The processors that the server is bound to.' },
  'set-max-intset-entries': { summary: 'Sets of at most so many integers are stored compactly.' },
  'set-max-listpack-entries': { summary: 'Sets with at most so many members are stored compactly.' },
  'set-max-listpack-value': { summary: 'Sets with members of at most so many bytes are stored compactly.' },
  'set-proc-title': { summary: 'Shows what the server does in the process list.' },
  'shutdown-on-sigint': { summary: 'How the server stops on an interrupt: save or not, now, by force.' },
  'shutdown-on-sigterm': { summary: 'How the server stops when it is terminated: save or not, now, by force.' },
  'shutdown-timeout': { summary: 'How many seconds a stopping server waits for its replicas.' },
  'slot-migration-max-failover-repl-bytes': { summary: 'How far behind a slot’s new owner may be for the switch.' },
  'slowlog-entry-max-argc': { summary: 'How many arguments of a slow command are remembered.' },
  'slowlog-entry-max-string-len': {
    summary: 'How many bytes of an argument of a slow command are remembered.',
    security: 'Arguments may be secrets: what is remembered can be read by SLOWLOG GET.',
  },
  'slowlog-log-slower-than': {
    summary: 'Commands that last longer, in microseconds, are logged; -1 turns it off.',
    security: 'Arguments, secrets too, go into the log.',
  },
  'slowlog-max-len': { summary: 'How many slow commands are remembered.' },
  'socket-mark-id': { summary: 'A mark on the server’s packets, for firewalls and routing.' },
  'stop-writes-on-bgsave-error': { summary: 'Refuses writes after a snapshot failed, so that somebody notices.' },
  'stream-idmp-duration': { summary: 'For how many seconds ids of producers are remembered against duplicates.' },
  'stream-idmp-maxsize': { summary: 'How many ids of producers are remembered against duplicates.' },
  'stream-node-max-bytes': { summary: 'How many bytes a node of a stream may have.' },
  'stream-node-max-entries': { summary: 'How many entries a node of a stream may have.' },
  supervised: { summary: 'Tells systemd or upstart when the server is ready.' },
  'syslog-enabled': { summary: 'Logs to the system’s log too.' },
  'syslog-facility': { summary: 'The facility of lines in the system’s log.' },
  'syslog-ident': { summary: 'The name of the server in the system’s log.' },
  'tcp-backlog': { summary: 'How many connections may wait to be accepted.' },
  'tcp-keepalive': { summary: 'How often, in seconds, quiet connections are probed; 0 turns it off.' },
  timeout: {
    summary: 'After how many seconds idle clients are disconnected; 0 means never.',
    security: 'With 0 idle connections pile up until `maxclients` refuses new ones.',
  },
  'tls-alt-cert-file': { summary: 'A second certificate for the same TLS port.' },
  'tls-alt-key-file': {
    summary: 'The private key of the second certificate.',
    security: 'Whoever can read it can pose as this server.',
  },
  'tls-alt-key-file-pass': {
    summary: 'The pass phrase of the second private key.',
    security: 'It is a secret in clear text.',
  },
  'tls-auth-clients': {
    summary: 'Whether clients must show a certificate: `yes`, `no`, or `optional`, which checks one if it is shown.',
    security: '`no` and `optional` let anybody connect who knows a password, and without a password anybody.',
  },
  'tls-auth-clients-user': {
    summary: 'Takes the ACL user from the client’s certificate.',
    security: 'The certificate then replaces the password.',
  },
  'tls-auto-reload-interval': { summary: 'How often, in seconds, certificates are read again; 0 means never.' },
  'tls-ca-cert-dir': {
    summary: 'A directory of certificates of the authorities that are trusted.',
    security: 'Whoever holds a certificate of one of them may connect: use a private authority.',
  },
  'tls-ca-cert-file': {
    summary: 'The certificates of the authorities that are trusted.',
    security: 'Whoever holds a certificate of one of them may connect: use a private authority.',
  },
  'tls-cert-file': { summary: 'The server’s certificate.' },
  'tls-ciphers': {
    summary: 'The ciphers for TLS 1.2 and older.',
    security: 'Keep the default, or name strong ciphers only.',
  },
  'tls-ciphersuites': { summary: 'The ciphers for TLS 1.3.' },
  'tls-client-cert-file': { summary: 'The certificate that this server shows when it is a client of others.' },
  'tls-client-key-file': {
    summary: 'The private key of that certificate.',
    security: 'Keep it readable to the server alone.',
  },
  'tls-client-key-file-pass': {
    summary: 'The password of that private key.',
    security: 'It is a secret in clear text.',
  },
  'tls-cluster': {
    summary: 'Uses TLS on the cluster bus.',
    security: 'Without it the bus is open to whoever reaches it.',
  },
  'tls-dh-params-file': { summary: 'Parameters for old key exchanges; needed by OpenSSL before 3.0 only.' },
  'tls-expected-peer-name': {
    summary: 'Names, one of which the certificate of another server must have.',
    security: 'Without it every certificate that the authority signed passes for a server of this deployment.',
  },
  'tls-groups': { summary: 'The groups for the key exchange of TLS, as OpenSSL names them.' },
  'tls-key-file': {
    summary: 'The private key of the server’s certificate.',
    security: 'Keep it readable to the server alone.',
  },
  'tls-key-file-pass': { summary: 'The password of the private key.', security: 'It is a secret in clear text.' },
  'tls-port': {
    summary: 'The port for TLS connections; 0 means none.',
    security: '`port` stays open beside it until it is set to 0.',
  },
  'tls-prefer-server-ciphers': { summary: 'Chooses the cipher by the server’s order rather than the client’s.' },
  'tls-protocols': {
    summary: 'The versions of TLS that are spoken.',
    security: 'TLS 1.0 and 1.1 are broken: allow 1.2 and 1.3 only.',
  },
  'tls-replication': {
    summary: 'Uses TLS for the link to the primary; `replicaof` must name the TLS port.',
    security: 'Without it data and the password travel in the clear.',
  },
  'tls-session-cache-size': { summary: 'How many TLS sessions are kept for quick reconnects; 0 means no limit.' },
  'tls-session-cache-timeout': { summary: 'For how many seconds TLS sessions are kept.' },
  'tls-session-caching': { summary: 'Keeps TLS sessions for quick reconnects.' },
  'tracking-table-max-keys': { summary: 'How many keys are remembered for client-side caching; 0 means no limit.' },
  unixsocket: {
    summary: 'The path of a Unix socket to listen on.',
    security: 'Whoever may write to the socket may connect.',
  },
  unixsocketgroup: { summary: 'The group that owns the Unix socket.' },
  unixsocketperm: {
    summary: 'The permissions of the Unix socket, in octal; without the line the umask decides.',
    security: '777 lets every user of the machine in: use 770 or 700.',
  },
  'use-exit-on-panic': { summary: 'Ends the process instead of aborting it after a fatal error, for tests.' },
  user: {
    summary: 'An ACL user: name, then rules that apply in order.',
    security: 'A line for `default` replaces `requirepass`. Give each program its own user with the least it needs.',
  },
  'vset-force-single-threaded-execution': { summary: 'Computes on vector sets in the main thread only.' },
  'watchdog-period': { summary: 'Reports where the server hangs after so many milliseconds; 0 turns it off.' },
  'zset-max-listpack-entries': { summary: 'Sorted sets with at most so many members are stored compactly.' },
  'zset-max-listpack-value': { summary: 'Sorted sets with members of at most so many bytes are stored compactly.' },
};

const REDIS_DOCS = 'https://redis.io/docs/latest/operate/oss_and_stack/management';
const PAGES: readonly (readonly [pattern: RegExp, page: string])[] = [
  [/^(acl|user$|requirepass)/, `${REDIS_DOCS}/security/acl/`],
  [/^(bind|protected-mode|rename-command|enable-)/, `${REDIS_DOCS}/security/`],
  [/^tls-/, `${REDIS_DOCS}/security/encryption/`],
  [/^cluster-/, `${REDIS_DOCS}/scaling/`],
  [/^sentinel/, `${REDIS_DOCS}/sentinel/`],
  [/^(repl|master|min-replicas)/, `${REDIS_DOCS}/replication/`],
  [/^(save|append|aof-|auto-aof|rdb|dbfilename|no-appendfsync)/, `${REDIS_DOCS}/persistence/`],
];

/** Where the servers' own documentation speaks of a directive. */
export function documentationOf(name: DirectiveName): string {
  return PAGES.find(([pattern]) => pattern.test(name))?.[1] ?? `${REDIS_DOCS}/config/`;
}
