import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fillInsOf, readDocument, textAt, wordsOf } from '../support/hosted.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.js';

const unit = (service: string, name = 'redis.service') =>
  readDocument({ [name]: `[Unit]\nAfter=redis.target\n[Service]\n${service}\n` });

describe('what a unit starts', () => {
  const cases: readonly (readonly [text: string, ...words: string[]])[] = [
    ['ExecStart=/usr/bin/redis-server /etc/redis/redis.conf', '/etc/redis/redis.conf'],
    ['ExecStart = redis-server --port 1', '--port', '1'],
    ['ExecStart=-/usr/bin/redis-server --port 1', '--port', '1'],
    ['ExecStart=@/usr/bin/redis-server redis --port 1', '--port', '1'],
    ['ExecStart=+/usr/bin/redis-server --port 1', '--port', '1'],
    ['ExecStart=-!!/usr/bin/redis-server --port 1', '--port', '1'],
    [`ExecStart=redis-server --requirepass "a b" --save ''`, '--requirepass', 'a b', '--save', ''],
    ['ExecStart=redis-server --requirepass a\\x20b\\tc\\\\', '--requirepass', 'a b\tc\\'],
    ['ExecStart=redis-server --requirepass "it\'s"', '--requirepass', "it's"],
    ['ExecStart=redis-server \\\n  # a comment\n  ; another\n  --port 1', '--port', '1'],
    ['ExecStart=redis-server --requirepass a$$b%%c', '--requirepass', 'a$b%c'],
    ['ExecStart=\nExecStart=redis-server --port 1', '--port', '1'],
    ['ExecStart=redis-server --port 2\nExecStart=\nExecStart=redis-server --port 1', '--port', '1'],
    ['ExecStart=/usr/bin/mkdir x ; /usr/bin/redis-server --port 1', '--port', '1'],
    ['ExecStart=/usr/bin/env FOO=1 redis-server --port 1', '--port', '1'],
    ["ExecStart=/bin/sh -c 'exec redis-server --port 1'", '--port', '1'],
    ['ExecStart=redis-server --requirepass #x ; echo', '--requirepass', '#x'],
  ];
  for (const [text, ...words] of cases) {
    it(JSON.stringify(text), () => {
      const { servers } = unit(text);
      assert.equal(servers.length, 1);
      assert.deepEqual(wordsOf(servers[0]), words);
    });
  }

  const none: readonly string[] = [
    'ExecStart=/usr/bin/redis-cli ping',
    'ExecStart=/usr/bin/redis-server "--port',
    'ExecStart=redis-server --port 1\nExecStart=',
    '#ExecStart=redis-server',
    'ExecStop=/usr/bin/redis-server --port 1',
  ];
  for (const text of none) {
    it(`is nothing: ${JSON.stringify(text)}`, () => assert.deepEqual(unit(text).servers, []));
  }

  it('is not read where a template engine is still to write it, which is said', () => {
    const { servers, notAnalysed } = unit('ExecStart=/usr/bin/redis-server {{ conf }} --port {{ port }}');
    assert.deepEqual(servers, []);
    assert.deepEqual(
      notAnalysed.map(({ reason }) => reason),
      ['template'],
    );
  });

  it('may be several servers', () => {
    const { servers } = unit('Type=oneshot\nExecStart=redis-server --port 1\nExecStart=redis-server --port 2');
    assert.deepEqual(servers.map(wordsOf), [
      ['--port', '1'],
      ['--port', '2'],
    ]);
    assert.equal(new Set(servers.map(({ id }) => id)).size, 2);
  });

  it('runs on the machine, where nobody says who reaches it', () => {
    const [server] = unit('ExecStart=redis-server').servers;
    assert.equal(server?.isOnMachine, true);
    assert.equal(server?.published.value, 'unknown');
  });

  /** What systemd says of a line; the program must be one of this machine. */
  const complaintsOf = (text: string, folder: TemporaryFolder): string => {
    const here = text.replaceAll(/(?<=[=\s@!+-])(?:\/usr\/bin\/)?(?:redis-server|mkdir)/g, '/bin/true');
    const file = folder.file('x.service', `[Service]\nType=oneshot\n${here}\n`);
    const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    return stderr
      .split('\n')
      .filter((line) => /x\.service:\d+/.test(line))
      .join('\n');
  };

  it('are lines that systemd takes, and none where it does not', function () {
    if (spawnSync('systemd-analyze', ['--version'], { timeout: 10_000 }).status !== 0) return this.skip();
    const folder = temporaryFolder();
    try {
      for (const [text] of cases) assert.equal(complaintsOf(text, folder), '', text);
      assert.match(complaintsOf('ExecStart=redis-server "--port', folder), /unbalanced quoting/i);
    } finally {
      folder.remove();
    }
  });
});

describe('what systemd puts into words', () => {
  const cases: readonly (readonly [text: string, ...fillIns: string[]])[] = [
    ['ExecStart=redis-server /etc/redis/%i.conf', '%i systemd unknown'],
    ['ExecStart=redis-server --requirepass ${PASS}', '${PASS} systemd empty'],
    ['ExecStart=redis-server --requirepass $PASS', '$PASS systemd nothing'],
    ['ExecStart=redis-server --requirepass "$PASS"', '$PASS systemd nothing'],
    ['ExecStart=redis-server --requirepass x$PASS'],
    ['ExecStart=:redis-server --requirepass ${PASS}'],
    ['ExecStart=redis-server --requirepass $${PASS}'],
    ['Environment=PASS=x\nExecStart=redis-server --requirepass ${PASS}', '${PASS} systemd unknown'],
    ['EnvironmentFile=/etc/default/redis\nExecStart=redis-server --requirepass ${PASS}', '${PASS} systemd unknown'],
    ['ExecStart=/bin/sh -c \'redis-server --requirepass "$${PASS}"\'', '${PASS} shell empty'],
    ['ExecStart=/bin/sh -c \'redis-server --requirepass "${PASS}"\'', '${PASS} systemd empty'],
  ];
  for (const [text, ...fillIns] of cases) {
    it(JSON.stringify(text), () => assert.deepEqual(fillInsOf(unit(text).servers[0]), fillIns));
  }
});

describe('what a unit says besides', () => {
  const users: readonly (readonly [text: string, runsAs: string | undefined])[] = [
    ['ExecStart=redis-server', 'root'],
    ['User=redis\nExecStart=redis-server', 'other'],
    ['User=root\nExecStart=redis-server', 'root'],
    ['User=redis\nExecStart=+redis-server', 'root'],
    ['DynamicUser=yes\nExecStart=redis-server', 'other'],
    ['DynamicUser=no\nExecStart=redis-server', 'root'],
    ['User=redis\nUser=\nExecStart=redis-server', 'root'],
    ['ExecStart=redis-server\n[Install]\nWantedBy=default.target', 'other'],
  ];
  for (const [text, runsAs] of users) {
    it(`as whom it runs: ${JSON.stringify(text)}`, () => assert.equal(unit(text).servers[0]?.runsAs?.value, runsAs));
  }

  it('the keys of the service', () => {
    const { servers, document } = unit('ExecStart=redis-server\nPrivateTmp=true\nProtectHome=yes');
    const facts = servers[0]?.facts.unit;
    assert.deepEqual([...(facts?.keys ?? [])], ['ExecStart', 'PrivateTmp', 'ProtectHome']);
    assert.equal(textAt(document, facts?.service), '[Service]');
  });

  it('in a drop-in only what stands there', () => {
    const { servers } = unit('ExecStart=\nExecStart=redis-server --port 1', 'redis.service.d/override.conf');
    assert.deepEqual(wordsOf(servers[0]), ['--port', '1']);
    assert.equal(servers[0]?.facts.unit, undefined);
    assert.equal(servers[0]?.runsAs, undefined);
  });

  it('passwords that it gives to clients', () => {
    const { servers, document } = unit('ExecStart=redis-server\nExecStop=/usr/bin/redis-cli -a hunter2 shutdown');
    assert.deepEqual(
      servers[0]?.facts.passwordsOnCommandLines.map((at) => textAt(document, at)),
      ['hunter2'],
    );
  });

  it('variables, where their values stand', () => {
    const { servers, document } = unit('Environment=A=1 "B=two words"\nExecStart=redis-server --port ${A}');
    assert.deepEqual(
      servers[0]?.facts.environment.map(({ name, value, at, isUsed }) => [name, value, textAt(document, at), isUsed]),
      [
        ['A', '1', '1', true],
        ['B', 'two words', 'two words', false],
      ],
    );
  });
});

describe('what a container unit starts', () => {
  const container = (text: string) => readDocument({ 'redis.container': `[Container]\n${text}\n` });

  it('an image with its words', () => {
    const [server] = container('Image=docker.io/library/redis:7.2\nExec=redis-server --port 1').servers;
    assert.equal(server?.facts.image?.family, 'redis');
    assert.equal(server?.facts.launch.by, 'program');
    assert.deepEqual(wordsOf(server), ['--port', '1']);
    assert.equal(server?.published.value, 'siblings');
  });

  const published: readonly (readonly [text: string, to: string])[] = [
    ['PublishPort=6379:6379', 'network'],
    ['PublishPort=127.0.0.1:6379:6379', 'host'],
    ['PublishPort=[::1]:6379:6379', 'host'],
    ['PublishPort=6379', 'network'],
    ['Network=host', 'network'],
    ['Network=redis.network', 'siblings'],
    ['PublishPort=6379:6379/udp', 'siblings'],
  ];
  for (const [text, to] of published) {
    it(`who reaches it: ${text}`, () =>
      assert.equal(container(`Image=redis:7\n${text}`).servers[0]?.published.value, to));
  }

  it('files beside it', () => {
    const [server] = container(
      'Image=redis:7\nVolume=./redis.conf:/etc/redis.conf:ro,Z\nVolume=data.volume:/data\nExec=/etc/redis.conf',
    ).servers;
    assert.deepEqual(server?.mounts, [{ inside: '/etc/redis.conf', outside: '/w/redis.conf' }]);
    assert.equal(server?.facts.unusedConfiguration, undefined);
  });

  it('nothing of another image, nor another program', () => {
    assert.deepEqual(container('Image=nginx\nExec=redis-server').servers, []);
    assert.deepEqual(container('Image=redis:7\nExec=redis-cli monitor').servers, []);
  });
});
