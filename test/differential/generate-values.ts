import * as fc from 'fast-check';
import type { Directive } from '../../server/src/core/directives/catalog.js';

/** Decoded words of a value: right ones mostly, and every way to be wrong that we can think of. */
export type WordList = readonly string[];

const JUNK_NUMBERS = ['', '007', '00', '-0', '+1', '1.5', '1e3', '0x10', '1k', '1mb', 'abc', ' 1', '1 ', '٣', '1_000'];
const HUGE = ['2147483647', '2147483648', '-2147483649', '4294967296', '9223372036854775807', '9223372036854775808'];
const HUGER = ['18446744073709551615', '18446744073709551616', '-9223372036854775808', '99999999999999999999999'];
const UNITS = ['', 'b', 'k', 'kb', 'm', 'mb', 'g', 'gb', 'K', 'KB', 'Mb', 'gB', 'B'];
const JUNK_UNITS = ['t', 'tb', 'kib', 'bb', 'kk', '%', ' mb', 'mb '];
const TEXTS = [
  'x',
  'redis',
  'some-value',
  '127.0.0.1',
  'a b',
  '#hash',
  '$X',
  '~',
  '"',
  "'",
  '\\',
  'ü',
  '\xff',
  '',
  '*',
  '%',
  'x,y',
];

/** The words of the target's directive after its name. */
export function valueWords(directive: Directive): fc.Arbitrary<WordList> {
  return fc.oneof({ weight: 12, arbitrary: fittingWords(directive) }, { weight: 1, arbitrary: wrongCount(directive) });
}

function fittingWords(directive: Directive): fc.Arbitrary<WordList> {
  switch (directive.kind) {
    case 'bool':
      return one(
        fc.oneof(heavy(fc.constantFrom('yes', 'no', 'YES', 'No')), fc.constantFrom('true', '1', 'on', '', 'yes ')),
      );
    case 'enum':
      return one(enumName(directive.values ?? []));
    case 'enum-flags':
      return fc.array(enumName(directive.values ?? []), { minLength: 1, maxLength: 3 });
    case 'integer':
      return one(integer(directive));
    case 'memory':
      return one(fc.oneof(heavy(memory), integer(directive)));
    case 'percent-or-memory':
      return one(fc.oneof(heavy(memory), integer(directive), percent));
    case 'octal':
      return one(
        fc.oneof(
          fc.nat(0o1777).map((n) => n.toString(8)),
          fc.constantFrom('8', 'rwx', '', '-1', '+7', '0o7', '755x'),
        ),
      );
    case 'string':
      return one(stringFor(directive.name));
    case 'special':
      return specialWords(directive.name);
  }
}

const heavy = <T>(arbitrary: fc.Arbitrary<T>) => ({ weight: 5, arbitrary });
const one = (word: fc.Arbitrary<string>): fc.Arbitrary<WordList> => word.map((value) => [value]);

function wrongCount(directive: Directive): fc.Arbitrary<WordList> {
  return fc.oneof(
    fc.constant([]),
    fc.tuple(fittingWords(directive), fc.constantFrom('extra', '#', '')).map(([words, extra]) => [...words, extra]),
  );
}

function enumName(values: readonly string[]): fc.Arbitrary<string> {
  if (values.length === 0) return fc.constant('x');
  const right = fc.constantFrom(...values);
  return fc.oneof(
    heavy(right),
    right.map((value) => value.toUpperCase()),
    right.map((value) => value.slice(0, -1)),
    fc.constantFrom('', 'none', 'x'),
  );
}

function integer({ min = 0, max = 100 }: Directive): fc.Arbitrary<string> {
  const [low, high] = [BigInt(min), BigInt(max)];
  const small = low + 1000n < high ? low + 1000n : high;
  return fc.oneof(
    heavy(fc.bigInt({ min: low, max: small }).map(String)),
    fc.constantFrom(low, high, low - 1n, high + 1n, low + 1n, high - 1n, 0n, 1n, -1n).map(String),
    fc.constantFrom(...JUNK_NUMBERS, ...HUGE, ...HUGER),
  );
}

const memory: fc.Arbitrary<string> = fc.oneof(
  heavy(fc.tuple(fc.nat(5000).map(String), fc.constantFrom(...UNITS)).map((parts) => parts.join(''))),
  fc
    .tuple(
      fc.constantFrom('', '0', '01', '-1', '+1', '1.5', ...HUGE, ...HUGER),
      fc.constantFrom(...UNITS, ...JUNK_UNITS),
    )
    .map((parts) => parts.join('')),
);

const percent = fc.constantFrom('0%', '5%', '100%', '101%', '-1%', '%', '1.5%', '5 %', '05%', '1k%');

/** Where the server has something to say about a text. */
const PARTICULAR_TEXTS: Readonly<Record<string, readonly string[]>> = {
  appendfilename: ['appendonly.aof', 'a/b.aof', '', '.', 'a b'],
  appenddirname: ['appendonlydir', 'a/b', '', '..'],
  dbfilename: ['dump.rdb', 'a/b.rdb', '', 'x.rdb'],
  'cluster-config-file': ['nodes.conf', 'a b.conf'],
  'cluster-announce-hostname': ['redis.example.com', 'a_b', 'a b', '', '-x', 'x'.repeat(255), 'x'.repeat(256)],
  'cluster-announce-human-nodename': ['node-1', 'a b', 'a_b', ''],
  'proc-title-template': [
    '{title} {listen-addr}',
    '{nope}',
    '{title',
    '{',
    '}',
    '',
    '{port}{tls-port}{config-file}{server-mode}{unixsocket}',
  ],
  requirepass: ['', 'foobared', 'a b', '#1', 'x'.repeat(600), '\x00', '\xff\xfe'],
  'cluster-announce-ip': ['10.0.0.1', '', 'no ip'],
  'tls-protocols': ['TLSv1.2', 'TLSv1.2 TLSv1.3', 'tlsv1.3', 'SSLv3', ''],
  aclfile: ['users.acl', 'missing.acl', ''],
};

function stringFor(name: string): fc.Arbitrary<string> {
  const particular = PARTICULAR_TEXTS[name];
  if (name === 'cluster-config-file' && particular) return fc.constantFrom(...particular);
  return particular
    ? fc.oneof(heavy(fc.constantFrom(...particular)), fc.constantFrom(...TEXTS))
    : fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'grapheme-ascii', maxLength: 12 }));
}

const words = (...options: readonly string[]) => fc.constantFrom(...options).map((text): WordList => text.split(' '));
const seconds = fc.constantFrom('900', '1', '60', '0', '-1', 'abc', '01', '2147483648', '9223372036854775808');
const changes = fc.constantFrom('1', '0', '10000', '-1', 'x', '2147483648', '4294967297');

const SPECIAL: Readonly<Record<string, fc.Arbitrary<WordList>>> = {
  save: fc.oneof(
    fc.array(fc.tuple(seconds, changes), { maxLength: 3 }).map((pairs) => pairs.flat()),
    words('900 1', '', '3600 1 300', '900 1 300 10', 'none'),
    fc.constant(['']),
  ),
  bind: fc.oneof(
    fc.uniqueArray(fc.constantFrom('127.0.0.1', '-::1', '10.0.0.5', '-10.0.0.6', '::1', '127.0.0.2'), { maxLength: 4 }),
    fc.nat(20).map((n) => Array.from({ length: n }, (_, i) => `127.0.1.${i}`)),
    words('*', '* -::*', '0.0.0.0', '', '-::*', '::'),
  ),
  'client-output-buffer-limit': fc
    .array(
      fc.tuple(
        fc.constantFrom('normal', 'replica', 'slave', 'pubsub', 'NORMAL', 'master', 'x'),
        fc.constantFrom('0', '256mb', '1gb', '1k', '-1', 'x', '', '100000000000000000000'),
        fc.constantFrom('0', '64mb', '2kb', '1.5mb'),
        fc.constantFrom('0', '60', '-1', '60s', '', '9223372036854775808'),
      ),
      { minLength: 1, maxLength: 2 },
    )
    .map((groups) => groups.flat()),
  'latency-tracking-info-percentiles': fc.array(
    fc.constantFrom('50', '99', '99.9', '0', '100', '100.1', '-1', 'x', '', '1e1', '0x10', 'nan', '99.99999', '50.0'),
    { maxLength: 4 },
  ),
  'oom-score-adj-values': fc.array(
    fc.constantFrom('0', '200', '800', '-2000', '2000', '2001', '-2001', 'x', '1.5', '100'),
    { minLength: 2, maxLength: 4 },
  ),
  replicaof: fc.tuple(
    fc.constantFrom('127.0.0.1', 'no', 'NO', '', '10.0.0.9', 'primary.example'),
    fc.constantFrom('6379', 'one', 'ONE', '0', '65535', '65536', '-1', 'abc', '', '+1', ' 1', '01', '6379x'),
  ),
  'notify-keyspace-events': fc.oneof(
    fc.string({ unit: fc.constantFrom(...'KEg$lshzxetdmnA'), maxLength: 6 }).map((text) => [text]),
    words('', 'q', 'KEAa', 'AKE', 'k', '""'),
  ),
  'list-max-ziplist-entries': words('1', '', 'abc'),
  'list-max-ziplist-value': words('1', '', 'abc'),
};

function specialWords(name: string): fc.Arbitrary<WordList> {
  return SPECIAL[name] ?? words('x', 'x y', '');
}
