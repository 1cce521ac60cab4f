import assert from 'node:assert/strict';
import { parseArguments } from '../../server/src/cli/args.js';
import { UsageError } from '../../server/src/cli/usage-error.js';
import { parseConfigurationFile } from '../../server/src/core/lint/project-configuration/parse-configuration-file.js';
import { RULES } from '../../server/src/core/rules/index.js';
import { lintPlacement, surfaces } from '../secrets/surfaces.js';

/** What every plain object has: a table that is one finds them though nobody put them there. */
const WORDS = ['constructor', '__proto__'];

/** As long, with the same beginning, signs and capitals, and known to nobody. */
const ordinary = (word: string): string =>
  word.replace(/(?<=.)[a-z]/g, (_, at: number) => 'qxzjvk'.charAt(at % 6)).replace(/[A-Z]/g, 'Q');

const RULE_IDS = RULES.map(({ id }) => id);

/** `W` is where the word goes. */
const SERVER_LINES = [
  ...['W', 'W 1', 'W=1', 'W.W 1', '"W" 1', 'port W', 'port 1 W', 'loglevel W', 'maxmemory W', 'maxmemory 1W', 'dir W'],
  ...['unixsocketperm W', 'appendfsync W', 'daemonize W', 'bind W', 'include W', 'aclfile W', 'save W 1', 'save 1 W'],
  ...['notify-keyspace-events W', 'maxmemory-policy W', 'shutdown-on-sigterm W', 'enable-debug-command W'],
  ...['oom-score-adj-values W 1 2', 'latency-tracking-info-percentiles W', 'loadmodule W', 'loadmodule /a.so W'],
  ...['tls-protocols "W"', 'tls-ciphers W', 'syslog-facility W', 'proc-title-template "{W}"', 'requirepass W'],
  ...['client-output-buffer-limit W 0 0 0', 'client-output-buffer-limit pubsub W 0 0', 'replicaof W 6379'],
  ...['rename-command W x', 'rename-command CONFIG W', 'rename-command "W|W" x', 'user W on nopass', 'user a on W'],
  ...[
    'user a +W',
    'user a -W',
    'user a +@W',
    'user a +config|W',
    'user a +W|W',
    'user a ~W',
    'user a &W',
    'user a >W on',
  ],
  ...[
    'user a (W)',
    'user a (+W ~a)',
    'user a db=W',
    'user a %W~a',
    '# redis-conf-lint-disable W',
    '# redis-conf-lint-W',
  ],
  ...['# redis-conf-lint-disable-next-line W', '# redis-conf-lint-target W', '# redis-conf-lint-target redis W'],
  ...[
    '$' + '{W} 1',
    '# redis-conf-lint-role W',
    'requirepass {{ W }}',
    '{% W %}',
    '{# W',
    'W {{ W }}',
    '<<<<<<< W',
    '// W',
  ],
];
const SENTINEL_LINES = [
  ...['sentinel W', 'sentinel W main 1', 'sentinel monitor W 127.0.0.1 6379 2', 'sentinel monitor main W 6379 2'],
  ...[
    'sentinel auth-pass W x',
    'sentinel auth-pass main W',
    'sentinel auth-user main W',
    'sentinel resolve-hostnames W',
  ],
  ...['sentinel down-after-milliseconds main W', 'sentinel rename-command main W x', 'sentinel known-replica main W 1'],
];
const ACL_LINES = ['W', 'user W on nopass', 'user a W', 'user a +W', 'user a -@W', 'user a on (+W ~W)', '# W'];

const FILES: readonly (readonly [name: string, before: string, lines: readonly string[]])[] = [
  ['bad.conf', 'port 6379\n', SERVER_LINES],
  ['sentinel.conf', 'sentinel monitor main 10.0.0.1 6379 2\n', SENTINEL_LINES],
  ['users.acl', '', ACL_LINES],
];

describe('a word that every object has is like any other', () => {
  for (const [name, before, lines] of FILES) {
    for (const line of lines) {
      it(`in ${name}: ${line}`, () => {
        for (const word of WORDS)
          assert.deepEqual(shown(name, before + line, word), shown(name, before + line, ordinary(word)));
      });
    }
  }

  const settings = [
    ...['{"rules": {"W": "off"}}', '{"rules": {"net-bind-all": "W"}}', '{"W": 1}', '{"target": "W"}', '{"role": "W"}'],
    ...[
      '{"profile": "W"}',
      '{"extends": "W"}',
      '{"overrides": [{"files": "W", "W": {}}]}',
      '{"knownDirectives": ["W"]}',
    ],
  ];
  for (const text of settings) {
    it(`in .redis-conf-lint.json: ${text}`, () => {
      const read = (word: string) => parseConfigurationFile(text.replaceAll('W', word), RULE_IDS).problems;
      for (const word of WORDS)
        assert.deepEqual(withoutWord(read(word), word), withoutWord(read(ordinary(word)), ordinary(word)));
    });
  }

  const commandLines = [
    ...['--rule=W=off', '--rule=net-bind-all=W', '--format=W', '--explain=W', '--W', '--target=W', '--profile=W'],
    ...['--role=W', '--color=W', '--as=W', '--max-warnings=W'],
  ];
  for (const argument of commandLines) {
    it(`on the command line: ${argument}`, () => {
      const complaint = (word: string): string => {
        try {
          return JSON.stringify(parseArguments([argument.replace('W', word)], RULE_IDS));
        } catch (error) {
          assert.ok(error instanceof UsageError, String(error));
          return error.message;
        }
      };
      for (const word of WORDS)
        assert.equal(withoutWord(complaint(word), word), withoutWord(complaint(ordinary(word)), ordinary(word)));
    });
  }
});

/** All that is shown of a text, the word itself taken out. */
function shown(name: string, text: string, word: string): unknown {
  const result = lintPlacement({ fixture: { rule: '', name }, text: `${text.replaceAll('W', word)}\n` });
  return withoutWord([...surfaces(result, text.split('\n').length - 1)], word);
}

/** Fingerprints are made of messages. */
function withoutWord<T>(value: T, word: string): T {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === 'string'
      ? part
          .replace(/[0-9a-f]{32}:/g, '')
          .replaceAll(word, 'W')
          .replaceAll(word.toLowerCase(), 'w')
          .replaceAll(word.toUpperCase(), 'W')
      : part,
  );
}
