import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fillInsOf, readDocument, textAt, textsOf, wordsOf } from '../support/hosted.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const read = (text: string, files: Readonly<Record<string, string>> = {}, name = 'run.sh') =>
  readDocument({ [name]: `#!/bin/sh\n${text}\n`, ...files });

describe('what a script starts', () => {
  const cases: readonly (readonly [text: string, ...words: string[]])[] = [
    ['redis-server --port 1', '--port', '1'],
    ['exec redis-server --port 1 >> log 2>&1 &', '--port', '1'],
    ['redis-server 2>/dev/null --port 1 </dev/null', '--port', '1'],
    ['redis-server --port 1 &>log', '--port', '1'],
    ['redis-server --port 1 | tee log', '--port', '1'],
    ['if ! redis-server --port 1; then exit 1; fi', '--port', '1'],
    ['start() { redis-server --port 1; }', '--port', '1'],
    ['case $1 in start) redis-server --port 1 ;; esac', '--port', '1'],
    ['(cd x && redis-server --port 1)', '--port', '1'],
    ['for x in 1 2; do redis-server --port 1; done', '--port', '1'],
    ['FOO=1 BAR="a b" redis-server --port 1', '--port', '1'],
    ['sudo -u redis -E FOO=1 redis-server --port 1', '--port', '1'],
    ['exec gosu redis redis-server --port 1', '--port', '1'],
    ['nohup nice -n 5 redis-server --port 1', '--port', '1'],
    ['timeout -k 5 60 redis-server --port 1', '--port', '1'],
    ['su redis -c "redis-server --port 1"', '--port', '1'],
    [`sudo sh -c 'redis-server --port 1'`, '--port', '1'],
    ['"$HOME/bin/redis-server" --port 1', '--port', '1'],
    ['./src/valkey-server --port 1', '--port', '1'],
    ['redis-server --port 1 # --port 2', '--port', '1'],
    ['redis-server --port 1 \\\n  --save ""', '--port', '1', '--save', ''],
    ['cat <<EOF\nredis-server --port 2\nEOF\nredis-server --port 1', '--port', '1'],
  ];
  for (const [text, ...words] of cases) {
    it(JSON.stringify(text), () => {
      const { servers } = read(text);
      assert.deepEqual(servers.map(wordsOf), [words]);
    });
  }

  it('is what sh starts', () => {
    const folder = temporaryFolder();
    try {
      folder.file('sudo', '#!/bin/sh\nshift 3; exec env "$@"\n');
      folder.file('redis-server', `#!/bin/sh\nprintf '%s\\0' "$@" >> "${folder.of('words')}"\n`);
      for (const name of ['sudo', 'redis-server']) spawnSync('chmod', ['+x', folder.of(name)]);
      for (const [text, ...words] of cases.filter(
        ([each]) => !/gosu|su redis|-c '|src|bin\/|&>|for |case |start\(\)/.test(each),
      )) {
        folder.file('words');
        const script = `PATH=${folder.path}:$PATH; mkdir -p x; ${text}\nwait`;
        const env = { PATH: process.env.PATH ?? '' };
        spawnSync('sh', ['-c', script], { cwd: folder.path, env, timeout: 10_000 });
        const said = spawnSync('cat', [folder.of('words')], { encoding: 'utf8' }).stdout;
        assert.deepEqual(said.split('\0').slice(0, -1), words, text);
      }
    } finally {
      folder.remove();
    }
  });

  const none: readonly string[] = [
    'echo "redis-server --port 1"',
    'apt-get install -y redis-server',
    'systemctl restart redis-server',
    'service redis-server start',
    'pkill -f redis-server',
    'command -v redis-server >/dev/null || exit 1',
    'which redis-server',
    'redis-server --version',
    'redis-server -v',
    '# redis-server --port 1',
    'docker exec redis redis-server --port 1',
    'echo "port 1" | redis-server -',
    'docker run redis:7 redis-cli -h x ping',
    'docker run oliver006/redis_exporter',
    'docker run $IMAGE redis-server',
    'docker build -t redis .',
    'docker compose run redis',
    'cat redis.conf > /etc/redis/redis.conf',
    'grep port redis.conf',
  ];
  for (const text of none) it(`is nothing: ${text}`, () => assert.deepEqual(read(text).servers, []));

  it('is not known behind what is not closed, which is said', () => {
    const { servers, notAnalysed } = read('redis-server --port 1\necho "\nredis-server --port 2');
    assert.deepEqual(servers.map(wordsOf), [['--port', '1']]);
    assert.deepEqual(
      notAnalysed.map(({ reason }) => reason),
      ['not-valid'],
    );
  });

  it('runs on the machine, but for a script of an image', () => {
    assert.equal(read('redis-server').servers[0]?.isOnMachine, true);
    assert.equal(read('exec redis-server', {}, 'docker-entrypoint.sh').servers[0]?.isOnMachine, false);
    assert.equal(read('exec redis-server', {}, 'docker/start.sh').servers[0]?.isOnMachine, false);
  });

  it('finds files beside the script, and above it', () => {
    const files = { 'conf/redis.conf': 'port 1\n' };
    const mount = { inside: 'conf/redis.conf', outside: '/w/conf/redis.conf' };
    assert.deepEqual(read('redis-server conf/redis.conf', files).servers[0]?.mounts, [mount]);
    assert.deepEqual(read('redis-server conf/redis.conf', files, 'bin/run.sh').servers[0]?.mounts, [mount]);
    assert.deepEqual(read('redis-server other.conf', files).servers[0]?.mounts, []);
  });
});

describe('what the shell of a script puts into words', () => {
  const cases: readonly (readonly [text: string, ...fillIns: string[]])[] = [
    [`redis-server --requirepass '$PASS'`],
    ['redis-server --requirepass "$PASS"', '$PASS shell empty'],
    ['redis-server --requirepass $PASS', '$PASS shell nothing'],
    ['redis-server --requirepass "${PASS:?}"', '${PASS:?} shell stops'],
    ['redis-server --requirepass "${PASS:-secret}"', '${PASS:-secret} shell default secret'],
    ['PASS=x\nredis-server --requirepass "$PASS"', '$PASS shell unknown'],
    ['set -eu\nredis-server --requirepass "$PASS"', '$PASS shell unknown'],
    ['. ./env\nredis-server --requirepass "$PASS"', '$PASS shell unknown'],
    ['[ -n "$PASS" ] || exit\nredis-server --requirepass "$PASS"', '$PASS shell unknown'],
    ['start() { redis-server "$1" --port "$2"; }', '$1 shell unknown', '$2 shell unknown'],
    ['redis-server "$@"', '$@ shell unknown'],
    ['redis-server --requirepass `cat x`', '`cat x` shell unknown'],
    ['redis-server <(envsubst < redis.conf)', '<(envsubst < redis.conf) shell unknown'],
  ];
  for (const [text, ...fillIns] of cases) {
    it(JSON.stringify(text), () => assert.deepEqual(fillInsOf(read(text).servers[0]), fillIns));
  }
});

describe('what a script writes into a file of a server', () => {
  const cases: readonly (readonly [text: string, path: string, ...parts: string[]])[] = [
    ['cat > /etc/redis/redis.conf <<EOF\nport 1\nEOF', '', 'port 1\n'],
    ['cat <<EOF > /etc/redis/redis.conf\nport 1\nEOF', '', 'port 1\n'],
    [`sudo tee /etc/redis/redis.conf >/dev/null <<'EOF'\nport 1\nEOF`, '', 'port 1\n'],
    ['cat <<EOF | sudo tee /etc/redis/redis.conf\nport 1\nEOF', '', 'port 1\n'],
    ['cat <<-"EOF" > redis.conf\n\tport 1\n\tEOF', '', 'port 1\n'],
    ['echo "port 1" > redis.conf\necho dir /x >> redis.conf', '', 'port 1\n', 'dir /x\n'],
    ['echo "port 1" | sudo tee -a /etc/redis/redis.conf', '', 'port 1\n'],
    [`sudo sh -c "echo 'port 1' >> /etc/redis/redis.conf"`, '', 'port 1\n'],
    [`printf '%s\\n' "port 1" 'dir /x' > redis.conf`, '', 'port 1\ndir /x\n'],
    [`echo -e "port 1\\ndir /x" > redis.conf`, '', 'port 1\ndir /x\n'],
    ['cat > redis.conf <<EOF\nport 1\nEOF\nredis-server redis.conf', 'redis.conf', 'port 1\n'],
    ['cat > "$D/redis.conf" <<EOF\nport 1\nEOF\nredis-server "$D/redis.conf"', '$D/redis.conf', 'port 1\n'],
    ['cat > /etc/redis/users.acl <<EOF\nuser app on >x ~* +@all\nEOF', '', 'user app on >x ~* +@all\n'],
  ];
  for (const [text, path, ...parts] of cases) {
    it(JSON.stringify(text), () => {
      const { servers } = read(text);
      assert.equal(servers.length, 1);
      assert.deepEqual(servers[0] && textsOf(servers[0])[path], parts);
    });
  }

  it('is what sh writes', () => {
    const folder = temporaryFolder();
    try {
      folder.file('sudo', '#!/bin/sh\nexec "$@"\n');
      spawnSync('chmod', ['+x', folder.of('sudo')]);
      for (const [text, , ...parts] of cases.filter(([each]) => !/redis-server|-e|acl/.test(each))) {
        const script = text.replaceAll('/etc/redis/redis.conf', 'redis.conf');
        folder.file('redis.conf');
        spawnSync('sh', ['-c', `PATH=${folder.path}:$PATH; ${script}`], { cwd: folder.path, timeout: 10_000 });
        const { stdout } = spawnSync('cat', [folder.of('redis.conf')], { encoding: 'utf8' });
        assert.equal(stdout, parts.join(''), text);
      }
    } finally {
      folder.remove();
    }
  });

  const none: readonly string[] = [
    'cat > /etc/sysctl.conf <<EOF\nvm.overcommit_memory = 1\nredis-server\nEOF',
    'echo "port 1" > redis.conf.bak2',
    'echo "port 1" > "$REDIS_CONF"',
    'echo "a\\nb" > redis.conf',
    'echo "port 1" 2> redis.conf',
    'sed -i "s/port.*/port 1/" redis.conf',
    'cat other > redis.conf',
    'cat < redis.conf',
  ];
  for (const text of none) it(`is nothing: ${JSON.stringify(text)}`, () => assert.deepEqual(read(text).servers, []));

  const held: readonly (readonly [text: string, holder: string])[] = [
    ['echo "port 1" > redis.conf', 'text'],
    ['echo "port 1" >> redis.conf', 'part'],
  ];
  for (const [text, holder] of held) {
    it(`is a ${holder}: ${text}`, () => assert.equal(read(text).servers[0]?.texts.get('')?.holder, holder));
  }

  const expanded: readonly (readonly [text: string, read: string, ...fillIns: string[]])[] = [
    [`cat > redis.conf <<'EOF'\nrequirepass $PASS\nEOF`, 'requirepass $PASS\n'],
    ['cat > redis.conf <<EOF\nrequirepass $PASS\nEOF', 'requirepass $PASS\n', '0 PASS'],
    ['cat > redis.conf <<EOF\nport 1\nrequirepass "${PASS}"\nEOF', 'port 1\nrequirepass "${PASS}"\n', '1 PASS'],
    ['cat > redis.conf <<EOF\nrequirepass \\$PASS\nEOF', 'requirepass $PASS\n'],
    ['cat > redis.conf <<EOF\nport \\\n1\nEOF', 'port 1\n'],
    [`cat > redis.conf <<EOF\nrequirepass '$(cat x)'\nEOF`, "requirepass '$(cat x)'\n", '0 '],
    ['echo "requirepass $PASS" > redis.conf', 'requirepass $PASS\n', '0 PASS'],
    [`echo 'requirepass $PASS' > redis.conf`, 'requirepass $PASS\n'],
  ];
  for (const [text, whole, ...fillIns] of expanded) {
    it(`is expanded: ${JSON.stringify(text)}`, () => {
      const found = read(text).servers[0]?.texts.get('');
      assert.equal(found?.text.text, whole);
      assert.deepEqual(
        found?.fillIns.map(({ line, name }) => `${line} ${name}`),
        fillIns,
      );
    });
  }
});

describe('what docker run starts', () => {
  const run = (text: string) => read(`docker run ${text}`).servers[0];
  const words: readonly (readonly [text: string, by: string, ...words: string[]])[] = [
    ['redis:7', 'image'],
    ['-d --name cache redis:7 redis-server --port 1', 'program', '--port', '1'],
    ['-dit --rm -p 1:1 --network host redis:7 --port 1', 'image', '--port', '1'],
    ['--restart unless-stopped --log-opt max-size=1m redis:7 /x.conf', 'image', '/x.conf'],
    ['--entrypoint redis-server redis:7 --port 1', 'entrypoint', '--port', '1'],
    [`redis:7 sh -c 'redis-server --port 1'`, 'shell', '--port', '1'],
    ['-d \\\n  -v data:/data \\\n  valkey/valkey:8 valkey-server --port 1', 'program', '--port', '1'],
  ];
  for (const [text, by, ...expected] of words) {
    it(JSON.stringify(text), () => {
      assert.equal(run(text)?.facts.launch.by, by);
      assert.deepEqual(wordsOf(run(text)) ?? [], expected);
    });
  }
  for (const text of [
    'sudo docker run redis:7',
    'podman run redis:7',
    'docker container run redis:7',
    'nerdctl create redis',
  ]) {
    it(`also by ${text}`, () => assert.equal(read(text).servers.length, 1));
  }

  const ports: readonly (readonly [text: string, ...to: string[]])[] = [
    ['-p 6379:6379', 'network'],
    ['-p6379:6379', 'network'],
    ['--publish=6379:6379', 'network'],
    ['-dp 6379:6379', 'network'],
    ['-p 127.0.0.1:6379:6379', 'host'],
    ['-p 127.0.0.1::6379', 'host'],
    ['-p "[::1]:6379:6379"', 'host'],
    ['-p 0.0.0.0:6379:6379/tcp', 'network'],
    ['-p 6379-6380:6379-6380', 'network'],
    ['-p "$PORT:6379"', 'network'],
    ['-p "${PORT:-6379}:6379"', 'network'],
    ['-p "$BIND_ADDRESS:6379:6379"', 'unknown'],
    ['-p "$1"', 'unknown'],
    ['-p 6379:6379/udp'],
    ['-P', 'network'],
    ['-p 1:1 -p 127.0.0.1:2:2', 'network', 'host'],
  ];
  for (const [text, ...to] of ports) {
    it(`opens ports: ${text}`, () =>
      assert.deepEqual(
        run(`${text} redis:7`)?.facts.ports.map((port) => port.to),
        to,
      ));
  }

  const narrowed: readonly (readonly [text: string, insert: string | undefined])[] = [
    ['-p 6379:6379', '127.0.0.1:'],
    ['-p 6379', '127.0.0.1::'],
    ['-p 0.0.0.0:6379:6379', undefined],
    ['-P', undefined],
  ];
  for (const [text, insert] of narrowed) {
    it(`can be narrowed: ${text}`, () => {
      const [edit] = run(`${text} redis:7`)?.facts.ports[0]?.narrowed() ?? [];
      assert.equal(edit?.kind === 'replace' ? edit.text : undefined, insert);
    });
  }

  it('with users, variables and the network of the machine', () => {
    const { servers, document } = read('docker run --net=host -u root -e A=1 --env=B="two words" -e C redis:7');
    const facts = servers[0]?.facts;
    assert.equal(textAt(document, facts?.hostNetwork), 'host');
    assert.equal(servers[0]?.published.value, 'network');
    assert.equal(servers[0]?.runsAs?.value, 'root');
    assert.deepEqual(
      facts?.environment.map(({ name, value }) => [name, value]),
      [
        ['A', '1'],
        ['B', 'two words'],
        ['C', undefined],
      ],
    );
  });

  const extra: readonly (readonly [text: string, ...words: string[]])[] = [
    ['-e REDIS_ARGS="--requirepass x --port 1" redis/redis-stack', '--requirepass', 'x', '--port', '1'],
    ['-e REDIS_ARGS="--requirepass x" redis:7'],
    ['-e VALKEY_EXTRA_FLAGS="--port 1" valkey/valkey:8 --save 1', '--save', '1', '--port', '1'],
  ];
  for (const [text, ...expected] of extra) {
    it(`with words of a variable: ${text}`, () => assert.deepEqual(wordsOf(run(text)) ?? [], expected));
  }

  it('as the user that it switches to', () => {
    const user = run("redis:7 sh -c 'exec gosu redis redis-server'")?.facts.user;
    assert.equal(user?.isRoot, false);
  });

  it('with options that nobody knows', () => {
    assert.equal(run('redis:7 redis-server --port 1 $EXTRA_ARGS')?.unread?.[0]?.reason, 'program');
    assert.deepEqual(run('redis:7 redis-server --port "$PORT"')?.unread, []);
  });

  const volumes: readonly (readonly [text: string, outside: string | undefined])[] = [
    ['-v ./redis.conf:/x.conf', '/w/redis.conf'],
    ['-v "$(pwd)/redis.conf:/x.conf:ro"', '/w/redis.conf'],
    ['-v "$PWD/conf/redis.conf":/x.conf', '/w/conf/redis.conf'],
    ['-v /etc/redis.conf:/x.conf', '/etc/redis.conf'],
    ['-v "$DIR/redis.conf:/x.conf"', undefined],
    ['-v data:/data', undefined],
  ];
  for (const [text, outside] of volumes) {
    it(`with files: ${text}`, () => assert.equal(run(`${text} redis:7`)?.mounts[0]?.outside, outside));
  }

  it('with a configuration that it does not name', () => {
    const text = '-v ./redis.conf:/usr/local/etc/redis/redis.conf redis:7';
    assert.equal(run(text)?.facts.unusedConfiguration?.path, '/usr/local/etc/redis/redis.conf');
    assert.equal(run(`${text} /usr/local/etc/redis/redis.conf`)?.facts.unusedConfiguration, undefined);
  });
});

describe('passwords that a script gives to clients', () => {
  const cases: readonly (readonly [text: string, ...passwords: string[]])[] = [
    ['redis-cli -a hunter2 ping', 'hunter2'],
    ['redis-cli --pass hunter2 ping', 'hunter2'],
    ['docker exec -it redis redis-cli -a hunter2', 'hunter2'],
    ['redis-cli -u redis://:hunter2@localhost:6379 ping', 'hunter2'],
    ['redis-cli -a "$PASS" ping'],
    ['redis-cli -h localhost ping'],
    ['REDISCLI_AUTH=hunter2 redis-cli ping'],
    ['echo "redis-cli -a hunter2"'],
    ['# redis-cli -a hunter2'],
  ];
  for (const [text, ...passwords] of cases) {
    it(text, () => {
      const { servers, document } = read(`redis-server --port 1\n${text}`);
      assert.deepEqual(
        servers[0]?.facts.passwordsOnCommandLines.map((at) => textAt(document, at)),
        passwords,
      );
    });
  }
});
