/** Directives that only KeyDB has (a fork that the facts do not cover). */
const KEYDB_NAMES: ReadonlySet<string> = new Set([
  'active-client-balancing',
  'active-replica',
  'allow-rdb-resize-op',
  'db-s3-object',
  'delete-on-evict',
  'enable-motd',
  'maxstorage',
  'min-clients-per-thread',
  'multi-master',
  'multi-master-no-forward',
  'replica-weighting-factor',
  'scratch-file-path',
  'server-thread-affinity',
  'server-threads',
  'soft-shutdown',
  'storage-provider',
  'tls-allowlist',
  'use-fork',
]);

/** Directives that Redis dropped before 2.6, the oldest version that the facts cover, with the first version without. */
const ANCIENT_NAMES: ReadonlyMap<string, string> = new Map([
  ['cache-max-memory', '2.4'],
  ['diskstore-enabled', '2.4'],
  ['diskstore-path', '2.4'],
  ['glueoutputbuf', '2.6'],
  ['hash-max-zipmap-entries', '2.6'],
  ['hash-max-zipmap-value', '2.6'],
  ['shareobjects', '2.0'],
  ['shareobjectspoolsize', '2.0'],
  ['vm-enabled', '2.6'],
  ['vm-max-memory', '2.6'],
  ['vm-max-threads', '2.6'],
  ['vm-page-size', '2.6'],
  ['vm-pages', '2.6'],
  ['vm-swap-file', '2.6'],
]);

/** Names of directives that no supported server has. */
export const FOREIGN_NAMES: readonly string[] = [...KEYDB_NAMES, ...ANCIENT_NAMES.keys()];

/** Whether only KeyDB has a directive of this name (lower case). */
export function isKeydbName(name: string): boolean {
  return KEYDB_NAMES.has(name);
}

/** The version that dropped a directive (lower case) of the time before Redis 2.6. */
export function droppedBefore26(name: string): string | undefined {
  return ANCIENT_NAMES.get(name);
}
