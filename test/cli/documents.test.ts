import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { runIn } from '../support/run-in.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.js';

const OPEN = 'services:\n  cache:\n    image: redis:7.2\n    ports:\n      - "6379:6379"\n';
const PROTECTED =
  'services:\n  cache:\n    image: redis:7.2.16\n    command: ["redis-server", "--requirepass", "${PASSWORD:?set it}"]\n';

describe('documents that start servers, on the command line', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());
  const lint = (...args: readonly string[]) => runIn(folder.path, args);
  const json = (...args: readonly string[]) => JSON.parse(lint('--format', 'json', ...args).out);
  const rulesIn = (...args: readonly string[]): readonly string[] =>
    json(...args).files.flatMap(({ findings }: { findings: readonly { rule: string }[] }) =>
      findings.map(({ rule }) => rule),
    );

  describe('exit', () => {
    const cases: readonly (readonly [
      code: number,
      what: string,
      name: string,
      text: string,
      args: readonly string[],
    ])[] = [
      [1, 'a server that is open to the network', 'compose.yml', OPEN, ['.']],
      [0, 'a server with a password that nobody reaches', 'compose.yml', PROTECTED, ['.']],
      [
        2,
        'a named compose file without Redis',
        'compose.yml',
        'services:\n  app:\n    image: nginx\n',
        ['compose.yml'],
      ],
      [2, 'a named YAML file without Redis', 'config.yml', 'port: 6379\n', ['config.yml']],
      [2, 'a named Dockerfile without Redis', 'Dockerfile', 'FROM nginx\n', ['Dockerfile']],
      [2, 'a named unit without Redis', 'app.service', '[Service]\nExecStart=/bin/app\n', ['app.service']],
      [2, 'a named script without Redis', 'run.sh', 'exit 0\n', ['run.sh']],
      [2, 'a folder with nothing but such files', 'compose.yml', 'services:\n  app:\n    image: nginx\n', ['.']],
      [
        2,
        'a named file that is not valid YAML',
        'compose.yml',
        'services: [redis-server\n  image: redis:7\n',
        ['compose.yml'],
      ],
      [1, 'a file of another name that --as tells the kind of', 'stack.txt', OPEN, ['--as', 'compose', 'stack.txt']],
    ];
    for (const [code, what, name, text, args] of cases) {
      it(`with ${code} for ${what}`, () => {
        folder.file(name, text);
        const answer = lint(...args);
        assert.equal(answer.code, code, answer.out + answer.err);
      });
    }
  });

  it('say that there is no Redis in what somebody named', () => {
    folder.file('values.yaml', 'replicas: 3\n');
    assert.match(lint('values.yaml').out, /^values\.yaml {2}not analysed\n {2}no Redis in it$/m);
  });

  it('judge a mounted configuration with the server that it is given to', () => {
    folder.file(
      'compose.yml',
      `${PROTECTED.replace('"--requirepass"', '"/etc/redis.conf", "--requirepass"')}    volumes:\n      - ./redis.conf:/etc/redis.conf\n`,
    );
    folder.file('redis.conf', 'appendonly yes\n');
    assert.ok(!rulesIn('.').includes('auth-missing'));
    assert.ok(rulesIn('redis.conf').includes('auth-missing'), 'by itself it has no password');
  });

  it('are left out by what .redis-conf-lint.json says of their kind', () => {
    folder.file('compose.yml', OPEN);
    for (const [embedded, isRead] of [
      ['true', true],
      ['["compose"]', true],
      ['false', false],
      ['["unit"]', false],
    ] as const) {
      folder.file('.redis-conf-lint.json', `{ "embedded": ${embedded} }`);
      assert.equal(rulesIn('compose.yml').length > 0, isRead, embedded);
    }
    folder.file('.redis-conf-lint.json', '{ "embedded": ["docker"] }');
    assert.equal(lint('compose.yml').code, 2);
  });

  it('tell programs what was read, never its text', () => {
    folder.file('compose.yml', PROTECTED);
    const [{ dialect, target, servers, regions, variables, notAnalysed }] = json('.').files;
    assert.deepEqual([dialect, target, notAnalysed], ['compose', 'redis-7.2.16', []]);
    assert.deepEqual(
      servers.map(({ name, startable }: { name: string; startable: unknown }) => [name, startable]),
      [['cache', true]],
    );
    assert.deepEqual(regions, [
      { what: 'arguments', dialect: 'server', start: { line: 4, column: 31 }, end: { line: 4, column: 69 } },
    ]);
    assert.deepEqual(
      variables.map(({ name, ifUnset }: { name: string; ifUnset: string }) => [name, ifUnset]),
      [['PASSWORD', 'stops']],
    );
  });

  it('say with --verbose what was read and what decides', () => {
    folder.file('compose.yml', PROTECTED);
    const { out } = lint('--verbose', '.');
    assert.match(out, /server cache, read as redis-7\.2\.16/);
    assert.match(out, /line 4: arguments/);
    assert.match(out, /line 4: PASSWORD decides, nothing starts without it/);
  });

  describe('obey a comment of their own:', () => {
    const comment = '# redis-conf-lint-disable-next-line';
    const cases: readonly (readonly [name: string, rule: string, text: string, line: string])[] = [
      ['compose.yml', 'compose-port-published', OPEN, '      - "6379:6379"'],
      ['Dockerfile', 'syntax-unknown-directive', 'FROM redis:7.2\nCMD ["redis-server", "--maxmemroy", "1gb"]\n', 'CMD'],
      [
        'redis.service',
        'syntax-unknown-directive',
        '[Service]\nExecStart=/usr/bin/redis-server --maxmemroy 1gb\n',
        'ExecStart',
      ],
      ['start.sh', 'syntax-unknown-directive', '#!/bin/sh\nredis-server --maxmemroy 1gb\n', 'redis-server'],
    ];
    for (const [name, rule, text, line] of cases) {
      it(name, () => {
        folder.file(name, text);
        assert.ok(rulesIn(name).includes(rule));
        const indent = /^ */.exec(line)?.[0] ?? '';
        folder.file(name, text.replace(line, `${indent}${comment} ${rule} -- agreed\n${line}`));
        assert.ok(!rulesIn(name).includes(rule));
      });
    }
  });

  it('are fixed where a fix is safe, and nothing around it changes', () => {
    folder.file(
      'pod.yml',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: redis\ndata:\n  redis.conf: |\n    requirepass "kJ8#mQ2vX9pL4wR7zT1nB6cD3f"\n    protected-mode no\n  other: "é"\n',
    );
    const before = readFileSync(folder.of('pod.yml'), 'utf8');
    const dry = lint('--fix-dry-run', '.');
    assert.equal(readFileSync(folder.of('pod.yml'), 'utf8'), before);
    assert.doesNotMatch(dry.out, /kJ8#mQ2v/);
    lint('--fix', '.');
    const after = readFileSync(folder.of('pod.yml'), 'utf8');
    assert.equal(after, before.replace('protected-mode no', 'protected-mode yes'));
    lint('--fix', '.');
    assert.equal(readFileSync(folder.of('pod.yml'), 'utf8'), after);
  });

  it('load no library for YAML where nothing speaks of Redis, however many there are', () => {
    for (let index = 0; index < 1000; index++) {
      folder.file(`apps/app-${index}.yaml`, `apiVersion: v1\nkind: Service\nmetadata:\n  name: app-${index}\n`);
    }
    folder.file('redis.conf', 'port 6379\n');
    const loaded: string[] = [];
    const modules = Module as unknown as { _load: (request: string, ...rest: readonly unknown[]) => unknown };
    const load = modules._load;
    modules._load = (request, ...rest) => {
      loaded.push(request);
      return load(request, ...rest);
    };
    try {
      lint('.');
    } finally {
      modules._load = load;
    }
    assert.deepEqual(
      loaded.filter((request) => /yaml/.test(path.basename(request))),
      [],
    );
  });
});
