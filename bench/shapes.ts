import { jsonDocument, stockConfiguration } from './documents.js';

/** A document to type into, of any size. */
export interface Shape {
  readonly name: string;
  /** How many of what it is made of; the growth is measured from the first to the last. */
  readonly sizes: readonly number[];
  readonly fileName: string;
  readonly text: (size: number) => string;
  /** JSON with as many lines and about as many findings. */
  readonly json: (size: number) => string;
  /** Where characters are typed and taken out again: behind the first match below the middle; a line of its own kind each. */
  readonly typed: readonly RegExp[];
}

/** Sixteen digits that look random, the same for the same number. */
function digits(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: 4 }, () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) ^ (state << 7);
    return (state >>> 0).toString(16).padStart(8, '0');
  }).join('');
}

const many = (size: number, line: (index: number) => string) =>
  `${Array.from({ length: size }, (_, n) => line(n)).join('\n')}\n`;

const LOCAL = 'bind 127.0.0.1\n# a comment\nrequirepass 8fb06f2a9c1e4d7bb35a60e1f29d84c7\n';

/** What is wrong in a file that is dense with findings, one line each. */
const WRONG = ['rename-command CONFIG ""', 'slave-priority 10', 'user app on >secret ~* +@all', 'save 60 x', 'hz 1000'];

export const SHAPES: readonly Shape[] = [
  {
    name: 'stock',
    sizes: [2400, 9600],
    fileName: 'redis.conf',
    text: stockConfiguration,
    json: jsonDocument,
    typed: [/^[a-z-]+/, /^[a-z-]+ \S+/, /^# \d+: what/],
  },
  {
    name: 'dense, a finding every ten lines',
    sizes: [2400, 9600],
    fileName: 'redis.conf',
    text: (size) => many(size, (n) => (n % 10 === 0 ? (WRONG[(n / 10) % WRONG.length] ?? '') : `# ${n}: what it does`)),
    json: (size) => jsonDocument(size, 10),
    typed: [/^[a-z-]+/, /^[a-z-]+ \S+/, /^# \d+: what/],
  },
  {
    name: 'user lines with passwords',
    sizes: [500, 2000],
    fileName: 'redis.conf',
    text: (size) => LOCAL + many(size, (n) => `user app${n} on >app${n}-${digits(n).slice(0, 12)} ~app${n}:* +@read`),
    json: (size) => jsonDocument(size, 1),
    typed: [/^user/, /^user \w+ on >\S+/, /^# a/],
  },
  {
    name: 'sentinel.conf, masters with auth-pass',
    sizes: [500, 2000],
    fileName: 'sentinel.conf',
    text: (size) =>
      `port 26379\nbind 127.0.0.1\n# a comment\n${many(size, (n) =>
        [
          `sentinel monitor m${n} 10.0.${n >> 8}.${n & 255} 6379 2`,
          `sentinel auth-pass m${n} ${digits(n)}`,
          `sentinel down-after-milliseconds m${n} 30000`,
        ].join('\n'),
      )}`,
    json: (size) => jsonDocument(3 * size),
    typed: [/^sentinel/, /^sentinel auth-pass \S+ \w+/, /^# a/],
  },
  {
    name: 'users.acl, two findings a user',
    sizes: [1000, 4000],
    fileName: 'users.acl',
    text: (size) => many(size, (n) => `user app${n} on >app${n} ~* +@all`),
    json: (size) => jsonDocument(size, 1),
    typed: [/^user/, /^user \w+ on >\S+/],
  },
  {
    name: 'unknown directives',
    sizes: [500, 2000],
    fileName: 'redis.conf',
    text: (size) => LOCAL + many(size, (n) => `maxmemry-polcy${n} noeviction`),
    json: (size) => jsonDocument(size, 1),
    typed: [/^max[a-z-]+/, /^max\S+ \w+/, /^# a/],
  },
  {
    name: 'disable-next-line before each line',
    sizes: [500, 2500, 10_000],
    fileName: 'redis.conf',
    text: (size) =>
      LOCAL + many(size, () => '# redis-conf-lint-disable-next-line struct-duplicate\nmaxmemory-policy noeviction'),
    json: (size) => jsonDocument(2 * size),
    typed: [/^max[a-z-]+/, /^max\S+ \w+/, /^# redis-conf-lint-disable-next-line struct-duplicate/],
  },
  {
    name: 'a million lines',
    sizes: [1_000_000],
    fileName: 'redis.conf',
    text: stockConfiguration,
    json: jsonDocument,
    typed: [/^[a-z-]+/, /^# \d+: what/],
  },
];
