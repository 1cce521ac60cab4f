import assert from 'node:assert/strict';
import { NEWEST_REDIS } from '../../server/src/core/directives/target.js';
import { argumentLines } from '../../server/src/core/hosts/arguments/argument-lines.js';
import type { HostedServer } from '../../server/src/core/hosts/host-reading.js';
import { onlyServer, readService, textAt } from '../support/compose.js';

/** The words behind the program, how it is launched, and what people see of the command. */
interface Told {
  readonly by: string;
  readonly words: readonly string[];
  readonly program?: string;
  /** What the report lists as the region. */
  readonly extent?: string;
}

const COMMANDS: readonly (readonly [lines: string, told: Told])[] = [
  ['restart: always', { by: 'image', words: [] }],
  ['command: redis-server --port 1', { by: 'program', words: ['--port', '1'], extent: '--port 1' }],
  ['command: ["redis-server", "--port", "1"]', { by: 'program', words: ['--port', '1'], extent: '"--port", "1"' }],
  [
    "command:\n  - redis-server\n  - --save\n  - ''",
    { by: 'program', words: ['--save', ''], extent: "--save\n      - ''" },
  ],
  ['command: >-\n  redis-server\n  --port 1', { by: 'program', words: ['--port', '1'], extent: '--port 1' }],
  ['command: |\n  redis-server\n    --port 1\n', { by: 'program', words: ['--port', '1'] }],
  ['command: redis-server\n  --port 1', { by: 'program', words: ['--port', '1'] }],
  ['command: "redis-server --requirepass \\"a b\\""', { by: 'program', words: ['--requirepass', 'a b'] }],
  [`command: redis-server --save ""`, { by: 'program', words: ['--save', ''], extent: '--save ""' }],
  ['command: /usr/local/bin/redis-server --port 1', { by: 'absolute', words: ['--port', '1'] }],
  ['command: --port 1', { by: 'image', words: ['--port', '1'], extent: '--port 1' }],
  ['command: /etc/redis.conf --port 1', { by: 'image', words: ['/etc/redis.conf', '--port', '1'] }],
  ['command: redis-sentinel /s.conf', { by: 'program', words: ['/s.conf'], program: 'redis-sentinel' }],
  ['command: redis-server /s.conf --sentinel', { by: 'program', words: ['/s.conf', '--sentinel'] }],
  ['command: redis-server --port 1 && echo', { by: 'program', words: ['--port', '1'] }],
  ['command: redis-server --requirepass ${X:?set it}', { by: 'program', words: ['--requirepass', '${X:?set it}'] }],
  ['command: redis-server --requirepass $$X', { by: 'program', words: ['--requirepass', '$X'] }],
  ['command: docker-entrypoint.sh redis-server --port 1', { by: 'program', words: ['--port', '1'] }],
  ['command: gosu redis redis-server --port 1', { by: 'program', words: ['--port', '1'] }],
  [`command: sh -c 'redis-server --port 1'`, { by: 'shell', words: ['--port', '1'], extent: '--port 1' }],
  ['command: ["/bin/sh", "-c", "exec redis-server --port 1"]', { by: 'shell', words: ['--port', '1'] }],
  [`command: bash -ec 'sysctl x=1; redis-server --port 1 > /log 2>&1'`, { by: 'shell', words: ['--port', '1'] }],
  [`command: sh -c 'chmod 700 /data && redis-server --port 1 & wait'`, { by: 'shell', words: ['--port', '1'] }],
  [
    'command:\n  - sh\n  - -c\n  - |\n    # as root\n    redis-server \\\n      --port 1\n',
    { by: 'shell', words: ['--port', '1'] },
  ],
  ['entrypoint: redis-server --port 1', { by: 'entrypoint', words: ['--port', '1'] }],
  [
    'entrypoint: ["redis-server"]\ncommand: ["--port", "1"]',
    { by: 'entrypoint', words: ['--port', '1'], extent: '"--port", "1"' },
  ],
  ['entrypoint: ["sh", "-c"]\ncommand: ["redis-server --port 1"]', { by: 'entrypoint', words: ['--port', '1'] }],
  ['entrypoint: sh -c\ncommand: redis-server --port 1', { by: 'entrypoint', words: [] }],
  ['entrypoint: []\ncommand: redis-server --port 1', { by: 'entrypoint', words: ['--port', '1'] }],
  ['command: &c redis-server --port 1', { by: 'program', words: ['--port', '1'] }],
  ['command: null', { by: 'image', words: [] }],
];

/** Nobody can tell what these do to the server. */
const UNKNOWN = [
  'command: /start.sh',
  'command: sh /start.sh',
  'entrypoint: /docker/start.sh\ncommand: redis-server',
  `command: sh -c "/start.sh --port 1"`,
  `command: sh -c 'redis-server "$$(cat x'`,
];
const NONE = [
  'command: redis-cli --cluster create a:1 b:1 --cluster-yes',
  `command: sh -c 'sleep 5; redis-cli -h cache ping'`,
  'entrypoint: redis-benchmark',
  'command: tail -f /dev/null',
];

const wordsIn = ({ command }: HostedServer) => (command?.words ?? []).map(({ text }) => text.text);

describe('commands of compose files', () => {
  for (const [lines, told] of COMMANDS) {
    it(JSON.stringify(lines), () => {
      const reading = readService(lines);
      const server = onlyServer(reading);
      const { launch } = server.facts;
      const { start, end } = server.command?.extent ?? { start: 0, end: 0 };
      const extent = told.extent === undefined ? {} : { extent: reading.document.text.slice(start, end) };
      const program = told.program === undefined ? {} : { program: launch.program };
      assert.deepEqual({ by: launch.by, words: wordsIn(server), ...extent, ...program }, told);
      assert.deepEqual(server.unread ?? [], []);
    });
  }

  for (const lines of UNKNOWN) {
    it(`are unknown: ${JSON.stringify(lines)}`, () => assert.equal(onlyServer(readService(lines)).unread?.length, 1));
  }

  for (const lines of NONE) {
    it(`start no server: ${JSON.stringify(lines)}`, () => assert.deepEqual(readService(lines).servers, []));
  }

  it('are those of a Sentinel by the program and by an option', () => {
    for (const lines of ['command: redis-sentinel /s.conf', 'command: redis-server /s.conf --sentinel']) {
      assert.equal(onlyServer(readService(lines)).command?.dialect, 'sentinel');
    }
    assert.equal(onlyServer(readService('command: redis-server')).command?.dialect, 'server');
  });

  it('are nobody’s where an image is not known and nothing says what it runs', () => {
    assert.deepEqual(readService('restart: always', 'myorg/api:1').servers, []);
    assert.equal(readService('command: redis-server', 'myorg/base:1').servers.length, 1);
    assert.equal(onlyServer(readService('restart: always', 'myorg/redis:1')).unread?.length, 1);
  });
});

type Filled = readonly [written: string, by: string, ifUnset: string, fallback?: string];

const FILL_INS: readonly (readonly [lines: string, ...filled: readonly Filled[]])[] = [
  ['command: ["redis-server", "--requirepass", "${X}"]', ['${X}', 'compose', 'empty']],
  ['command: redis-server --requirepass ${X}', ['${X}', 'compose', 'nothing']],
  ['command: redis-server --requirepass $X', ['$X', 'compose', 'nothing']],
  ['command: redis-server --requirepass "${X}"', ['${X}', 'compose', 'empty']],
  ["command: redis-server --requirepass '${X}'", ['${X}', 'compose', 'empty']],
  ['command: redis-server --requirepass p${X}', ['${X}', 'compose', 'empty']],
  ['command: redis-server --requirepass ${X:?set X first}', ['${X:?set X first}', 'compose', 'stops']],
  ['command: redis-server --requirepass ${X?}', ['${X?}', 'compose', 'stops']],
  ['command: redis-server --requirepass ${X:-a b}', ['${X:-a b}', 'compose', 'default', 'a b']],
  ['command: redis-server --requirepass ${X-}', ['${X-}', 'compose', 'nothing']],
  ['command: redis-server --requirepass ${X:-${Y:-z}}', ['${X:-${Y:-z}}', 'compose', 'default', 'z']],
  ['command: redis-server --requirepass ${X:-$Y}', ['${X:-$Y}', 'compose', 'unknown']],
  ['command: redis-server --requirepass $$X'],
  [`command: sh -c 'redis-server --requirepass "$$X"'`, ['$X', 'shell', 'empty']],
  [`command: sh -c 'redis-server --requirepass $$X'`, ['$X', 'shell', 'nothing']],
  [`command: sh -c "redis-server --requirepass '$$X'"`],
  [`command: sh -c 'redis-server --requirepass "$$(cat /run/x)"'`, ['$(cat /run/x)', 'shell', 'unknown']],
  [`command: sh -c 'redis-server --requirepass "\${X}"'`, ['${X}', 'compose', 'empty']],
];

describe('what is put into commands of compose files', () => {
  for (const [lines, ...filled] of FILL_INS) {
    it(JSON.stringify(lines), () => {
      const { words } = onlyServer(readService(lines)).command ?? { words: [] };
      const { text, fillIns } = argumentLines(words, NEWEST_REDIS);
      const written = fillIns.map(({ at, by, ifUnset, fallback }) => {
        const word = text.text.slice(at.start, at.end);
        return fallback === undefined ? [word, by, ifUnset] : [word, by, ifUnset, fallback];
      });
      assert.deepEqual(written, filled);
    });
  }
});

describe('words that images take from the environment', () => {
  const STACK = 'redis/redis-stack-server:7.4.0-v1';

  it('are split at blanks, and quotes stay', () => {
    const server = onlyServer(readService(`environment:\n  REDIS_ARGS: '--requirepass "a b" --port 1'`, STACK));
    assert.deepEqual(wordsIn(server), ['--requirepass', '"a', 'b"', '--port', '1']);
  });

  it('come behind those of the command', () => {
    const lines = 'command: valkey-server --port 1\nenvironment:\n  - VALKEY_EXTRA_FLAGS=--maxmemory 1gb';
    assert.deepEqual(wordsIn(onlyServer(readService(lines, 'valkey/valkey:8.0'))), [
      '--port',
      '1',
      '--maxmemory',
      '1gb',
    ]);
  });

  it('are read by no other image', () => {
    assert.deepEqual(wordsIn(onlyServer(readService('environment:\n  REDIS_ARGS: --port 1'))), []);
  });
});

it('the place of a launch is the shell, or the program', () => {
  const shell = readService(`command: sh -c 'redis-server'`);
  assert.equal(textAt(shell.document, onlyServer(shell).facts.launch.at), 'sh');
  const program = readService('command: ["redis-server"]');
  assert.equal(textAt(program.document, onlyServer(program).facts.launch.at), '"redis-server"');
});

/** What is known of the server does not hang on these alone. */
const PARTLY_UNKNOWN = [
  'command: redis-server --appendonly yes $REDIS_OPTS',
  'command: redis-server --appendonly yes ${P:+--requirepass $P}',
  `command: sh -c 'redis-server --appendonly yes "$$@"'`,
  `command: sh -c 'redis-server --appendonly yes $\${P:+--requirepass "$$P"}'`,
  `command: sh -c 'if [ -n "$$P" ]; then redis-server --requirepass "$$P"; else redis-server; fi'`,
];

describe('commands of compose files that are known in part', () => {
  for (const lines of PARTLY_UNKNOWN) {
    it(JSON.stringify(lines), () => {
      const [part] = onlyServer(readService(lines)).unread ?? [];
      assert.equal(part?.reason, 'program');
    });
  }

  it('name what is not known', () => {
    const [part] = onlyServer(readService('command: sh -e /start.sh')).unread ?? [];
    assert.equal(part?.path, '/start.sh');
  });

  it('are none of a server where clients set up a cluster', () => {
    const script =
      'for i in 1 2; do until redis-cli -h n$$i ping; do sleep 1; done; done; echo yes | redis-cli --cluster create';
    assert.deepEqual(readService(`command: bash -c '${script}'`).servers, []);
  });
});

describe('configurations that a script in a compose file writes', () => {
  it('are those of their paths', () => {
    const script = [
      "cat > /etc/redis.conf <<'EOF'",
      'port 1',
      'EOF',
      'echo "requirepass $$P" >> /etc/redis.conf',
      'exec redis-server /etc/redis.conf',
    ];
    const lines = `command:\n  - sh\n  - -c\n  - |\n${script.map((line) => `    ${line}\n`).join('')}`;
    const reading = readService(lines);
    const { texts, appended } = onlyServer(reading);
    const text = texts.get('/etc/redis.conf');
    const [behind] = appended?.get('/etc/redis.conf') ?? [];
    assert.deepEqual([text?.text.text.trimEnd(), behind?.text.text.trimEnd()], ['port 1', 'requirepass $P']);
    assert.deepEqual(
      [text, behind].map((each) => each && reading.document.text.slice(each.extent.start, each.extent.end)),
      ['port 1', 'requirepass $$P'],
    );
    assert.deepEqual(
      behind?.fillIns.map(({ name, by }) => [name, by]),
      [['P', 'shell']],
    );
  });
});

it('a word that is written with escapes is marked with its quotes', () => {
  const reading = readService("command: ['redis-server', '--requirepass', 'it''s']");
  const [run] = onlyServer(reading).command?.words[1]?.text.runs ?? [];
  assert.equal(run && reading.document.text.slice(run.origin, run.origin + run.originLength), "'it''s'");
});
