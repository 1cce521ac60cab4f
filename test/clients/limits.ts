/** What a value of a setting gives to clients, as a number: less of it takes something from them. */
type Measure = (value: string) => number;

const plain: Measure = Number;
const zeroIsNoLimit: Measure = (value) => (Number(value) === 0 ? Number.POSITIVE_INFINITY : Number(value));
const lessIsMore: Measure = (value) => -Number(value);
const among =
  (...values: readonly string[]): Measure =>
  (value) =>
    values.indexOf(value);

/**
 * Settings that refuse clients in a state that no trial makes: a full memory, a failing disk, a lost primary, a hundred
 * connections, half a gigabyte in one command. Names as in `CONFIG GET` of Redis 7.0.
 */
const LIMITS: Readonly<Record<string, Measure>> = {
  maxclients: plain,
  databases: plain,
  'proto-max-bulk-len': plain,
  'client-query-buffer-limit': plain,
  timeout: zeroIsNoLimit,
  maxmemory: zeroIsNoLimit,
  'maxmemory-clients': zeroIsNoLimit,
  'min-replicas-to-write': lessIsMore,
  'stop-writes-on-bgsave-error': among('yes', 'no'),
  'replica-read-only': among('yes', 'no'),
  'replica-serve-stale-data': among('no', 'yes'),
  'cluster-require-full-coverage': among('yes', 'no'),
  'cluster-allow-reads-when-down': among('no', 'yes'),
  'cluster-allow-pubsubshard-when-down': among('no', 'yes'),
  'tls-auth-clients': among('yes', 'optional', 'no'),
};

/** What decides which clients agree on a cipher, where data is kept and which of it goes first: any change counts. */
const KEPT: readonly string[] = [
  'tls-protocols',
  'tls-ciphers',
  'tls-ciphersuites',
  'tls-replication',
  'tls-cluster',
  'unixsocketperm',
  'dir',
  'dbfilename',
  'save',
  'appendonly',
  'appendfsync',
  'appendfilename',
  'appenddirname',
  'maxmemory-policy',
];

/** What has no effect without another setting: `name: [other, its value without effect]`. */
const WITHOUT_EFFECT: Readonly<Record<string, readonly [string, string]>> = {
  databases: ['cluster-enabled', 'yes'],
  unixsocketperm: ['unixsocket', ''],
  appendfsync: ['appendonly', 'no'],
};

const OUTPUT_BUFFERS = 'client-output-buffer-limit';

/** What settings take from clients, though perhaps none of them notices at once. */
export function limitsLowered(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const words = (name: string) =>
    `${name}: ${JSON.stringify(before.get(name))}, then ${JSON.stringify(after.get(name))}`;
  const matters = (name: string) => {
    const [other = '', idle] = WITHOUT_EFFECT[name] ?? [];
    return before.has(name) && (other === '' || before.get(other) !== idle);
  };
  const isLower = (name: string, measure: Measure) => measure(after.get(name) ?? '') < measure(before.get(name) ?? '');
  const lowered = Object.entries(LIMITS).filter(([name, measure]) => matters(name) && isLower(name, measure));
  const changed = KEPT.filter((name) => matters(name) && before.get(name) !== after.get(name));
  const buffers = [before, after].map((settings) => outputBuffers(settings.get(OUTPUT_BUFFERS) ?? ''));
  const isTighter = buffers[0]?.some((limit, index) => (buffers[1]?.[index] ?? 0) < limit) ?? false;
  return [...lowered.map(([name]) => name), ...changed, ...(isTighter ? [OUTPUT_BUFFERS] : [])].map(words);
}

/** `class hard soft seconds`, three times, in one order: hard and soft limits and how long the soft one is borne. */
function outputBuffers(value: string): readonly number[] {
  const words = value.split(' ');
  return words.flatMap((word, index) => {
    if (index % 4 === 0) return [];
    const soft = Number(words[index - (index % 4) + 2]);
    return [index % 4 === 3 && soft === 0 ? Number.POSITIVE_INFINITY : zeroIsNoLimit(word)];
  });
}
