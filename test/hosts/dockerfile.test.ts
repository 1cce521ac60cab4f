import assert from 'node:assert/strict';
import { fillInsOf, readDocument, textAt, textsOf, wordsOf } from '../support/hosted.js';

const read = (text: string, files: Readonly<Record<string, string>> = {}) =>
  readDocument({ Dockerfile: text, ...files });
const FROM = 'FROM redis:7.2\n';

describe('what an image starts', () => {
  const cases: readonly (readonly [about: string, text: string, by: string, words: readonly string[] | undefined])[] = [
    ['nothing said', '', 'image', undefined],
    ['a list', 'CMD ["redis-server", "--port", "6380"]', 'program', ['--port', '6380']],
    [
      'escapes in a list',
      'CMD ["redis-server", "--requirepass", "a\\"b\\u0041"]',
      'program',
      ['--requirepass', 'a"bA'],
    ],
    ['a path', 'CMD ["/usr/local/bin/redis-server", "/x.conf"]', 'absolute', ['/x.conf']],
    ['options alone', 'CMD ["--port", "6380"]', 'image', ['--port', '6380']],
    ['a file alone', 'CMD ["/etc/redis.conf"]', 'image', ['/etc/redis.conf']],
    ['a shell', `CMD redis-server --save "" --bind '*'`, 'shell', ['--save', '', '--bind', '*']],
    ['a shell in a list', 'CMD ["sh", "-c", "exec redis-server --port 1"]', 'shell', ['--port', '1']],
    ['a shell with more to do', 'CMD mkdir -p /x && exec redis-server /x.conf', 'shell', ['/x.conf']],
    ['the last of two', 'CMD ["redis-server"]\nCMD ["redis-server", "/x.conf"]', 'program', ['/x.conf']],
    ['an entrypoint', 'ENTRYPOINT ["redis-server", "/x.conf"]', 'entrypoint', ['/x.conf']],
    ['both', 'ENTRYPOINT ["redis-server"]\nCMD ["/x.conf"]', 'entrypoint', ['/x.conf']],
    ['both, the other way round', 'CMD ["/x.conf"]\nENTRYPOINT ["redis-server"]', 'entrypoint', ['/x.conf']],
    ['a shell as the entrypoint', 'ENTRYPOINT exec redis-server /x.conf\nCMD ["/y.conf"]', 'entrypoint', ['/x.conf']],
    [
      'the entrypoint of the image',
      'ENTRYPOINT ["docker-entrypoint.sh"]\nCMD ["redis-server", "/x.conf"]',
      'program',
      ['/x.conf'],
    ],
    ['continued lines', 'CMD ["redis-server", \\\n  # a comment\n\n  "--port", \\\n  "1"]', 'program', ['--port', '1']],
    ['lower case', 'cmd ["redis-server", "--port", "1"]', 'program', ['--port', '1']],
  ];
  for (const [about, text, by, words] of cases) {
    it(`${about}: ${JSON.stringify(text)}`, () => {
      const { servers } = read(`${FROM}${text}\n`);
      assert.equal(servers.length, 1);
      assert.equal(servers[0]?.facts.launch.by, by);
      assert.deepEqual(wordsOf(servers[0]), words);
    });
  }

  const none: readonly (readonly [about: string, text: string])[] = [
    ['another program', `${FROM}CMD ["redis-cli", "ping"]`],
    ['a script of its own', `${FROM}ENTRYPOINT ["/start.sh"]`],
    ['what is no JSON, which a shell gets', `${FROM}CMD ['redis-server', '--port', '1']`],
    ['another image', 'FROM debian:12\nRUN apt-get install redis-tools\nCMD ["app", "redis-server"]'],
    ['an image of a client', 'FROM oliver006/redis_exporter\nCMD ["redis-server"] x'],
    ['its version alone', `${FROM}CMD ["redis-server", "--version"]`],
  ];
  for (const [about, text] of none) {
    it(`is no server: ${about}`, () => assert.deepEqual(read(`${text}\n`).servers, []));
  }

  it('is told of other images too, where the program is named', () => {
    const { servers } = read(
      'FROM debian:12\nRUN apt-get install -y redis\nCMD ["redis-server", "/etc/redis/redis.conf"]\n',
    );
    assert.deepEqual(wordsOf(servers[0]), ['/etc/redis/redis.conf']);
    assert.equal(servers[0]?.facts.image, undefined);
  });

  it('is what stands in the words, to the character', () => {
    const { servers, document } = read(`${FROM}CMD [ "redis-server",\\\n "--port", "1" ]\n`);
    const extent = servers[0]?.command?.extent;
    assert.equal(document.text.slice(extent?.start, extent?.end), '"--port", "1"');
  });

  it('has other line ends where the first lines say so', () => {
    const { servers } = read('# escape=`\nFROM redis:7.2\nCMD ["redis-server", `\n "--port", "1"]\n');
    assert.deepEqual(wordsOf(servers[0]), ['--port', '1']);
  });
});

describe('the image that a stage is built on', () => {
  const cases: readonly (readonly [text: string, image: string | undefined])[] = [
    ['FROM redis:7.2', 'redis:7.2'],
    ['FROM --platform=linux/amd64 redis:7.2 AS base', 'redis:7.2'],
    ['FROM redis:7.2 AS base\nFROM base', 'redis:7.2'],
    ['FROM redis:7.2 AS Base\nFROM base AS prod', 'redis:7.2'],
    ['FROM golang:1 AS build\nRUN make\nFROM valkey/valkey:8.0', 'valkey/valkey:8.0'],
    ['FROM redis:7.2\nFROM golang:1', undefined],
    ['ARG VERSION=7.4\nFROM redis:${VERSION}-alpine', 'redis:7.4-alpine'],
    ['ARG VERSION\nFROM redis:${VERSION:-6.2}', 'redis:6.2'],
    ['ARG IMAGE=redis:7.0\nFROM $IMAGE', 'redis:7.0'],
  ];
  for (const [text, image] of cases) {
    it(JSON.stringify(text), () => assert.equal(read(`${text}\n`).servers[0]?.facts.image?.text, image));
  }

  it('gives its command to the stages above it', () => {
    const { servers } = read('FROM redis:7 AS a\nCMD ["redis-server", "/x.conf"]\nFROM a\nUSER redis\n');
    assert.deepEqual(wordsOf(servers[0]), ['/x.conf']);
    assert.equal(servers[0]?.runsAs?.value, 'other');
  });

  it('loses its command to an entrypoint above it', () => {
    const { servers } = read('FROM redis:7 AS a\nCMD ["/x.conf"]\nFROM a\nENTRYPOINT ["redis-server"]\n');
    assert.deepEqual(wordsOf(servers[0]), []);
  });
});

describe('what fills the words of an image', () => {
  const cases: readonly (readonly [text: string, ...fillIns: string[]])[] = [
    ['CMD ["redis-server", "--requirepass", "$PASSWORD"]'],
    ['CMD redis-server --requirepass $PASSWORD', '$PASSWORD shell nothing'],
    ['CMD redis-server --requirepass "$PASSWORD"', '$PASSWORD shell empty'],
    ['ENV PASSWORD=x\nCMD redis-server --requirepass "$PASSWORD"', '$PASSWORD shell default x'],
    ['ARG PASSWORD=x\nCMD redis-server --requirepass "$PASSWORD"', '$PASSWORD shell empty'],
    ['CMD ["sh", "-c", "redis-server --requirepass \\"$PASSWORD\\""]', '$PASSWORD shell empty'],
    ['CMD redis-server --requirepass "$(cat /run/secrets/p)"', '$(cat /run/secrets/p) shell unknown'],
  ];
  for (const [text, ...fillIns] of cases) {
    it(JSON.stringify(text), () => assert.deepEqual(fillInsOf(read(`${FROM}${text}\n`).servers[0]), fillIns));
  }
});

describe('the files of an image', () => {
  const NAMED = 'CMD ["redis-server", "/etc/redis/redis.conf"]\n';
  const texts: readonly (readonly [about: string, text: string, ...parts: string[]])[] = [
    ['a text', 'COPY <<EOF /etc/redis/redis.conf\nport 1\nEOF', 'port 1\n'],
    ['a text into a folder', 'COPY <<redis.conf /etc/redis/\nport 1\nredis.conf', 'port 1\n'],
    ['a text with tabs', 'COPY <<-EOF /etc/redis/redis.conf\n\tport 1\n\tEOF', 'port 1\n'],
    ['cat', 'RUN cat <<EOF > /etc/redis/redis.conf\nport 1\nEOF', 'port 1\n'],
    [
      'cat, written the other way',
      "RUN mkdir -p /etc/redis && cat > /etc/redis/redis.conf <<'EOF'\nport 1\nEOF",
      'port 1\n',
    ],
    ['a script', 'RUN <<EOF\necho "port 1" > /etc/redis/redis.conf\nEOF', 'port 1\n'],
    [
      'lines behind each other',
      'RUN echo "port 1" > /etc/redis/redis.conf && \\\n  echo dir /x >> /etc/redis/redis.conf',
      'port 1\n',
      'dir /x\n',
    ],
    ['printf', "RUN printf 'port 1\\nsave 60 1\\n' > /etc/redis/redis.conf", 'port 1\nsave 60 1\n'],
    ['a later one', 'RUN echo "port 1" > /etc/redis/redis.conf\nRUN echo "port 2" > /etc/redis/redis.conf', 'port 2\n'],
    ['a relative one', 'WORKDIR /etc/redis\nRUN echo "port 1" > redis.conf', 'port 1\n'],
  ];
  for (const [about, text, ...parts] of texts) {
    it(`are written: ${about}`, () => {
      const [server, ...others] = read(`${FROM}${text}\n${NAMED}`).servers;
      assert.deepEqual(others, []);
      assert.deepEqual(server && textsOf(server)['/etc/redis/redis.conf'], parts);
    });
  }

  const unknown = ['echo "port \\\\n1" > /etc/redis/redis.conf', 'sed s/a/b/ x > /etc/redis/redis.conf'];
  for (const text of unknown) {
    it(`are not known: ${text}`, () => {
      const [server] = read(`${FROM}RUN ${text}\n${NAMED}`).servers;
      assert.deepEqual(server && textsOf(server), {});
    });
  }

  it('may have any name that the command names', () => {
    const { servers } = read(`${FROM}RUN echo port 1 > /etc/cache\nCMD ["redis-server", "/etc/cache"]\n`);
    assert.deepEqual(servers[0] && textsOf(servers[0])['/etc/cache'], ['port 1\n']);
  });

  const files = { 'conf/redis.conf': 'port 1\n', 'redis.conf': 'port 2\n' };
  const mounts: readonly (readonly [text: string, inside: string, outside: string])[] = [
    ['COPY redis.conf /etc/redis/redis.conf', '/etc/redis/redis.conf', '/w/redis.conf'],
    ['COPY --chown=redis:redis conf/redis.conf /etc/redis/', '/etc/redis/redis.conf', '/w/conf/redis.conf'],
    ['COPY ["conf/redis.conf", "/etc/redis/redis.conf"]', '/etc/redis/redis.conf', '/w/conf/redis.conf'],
    ['ADD ./conf/ /etc/redis/', '/etc/redis', '/w/conf'],
    ['COPY conf/*.conf /etc/redis/', '/etc/redis', '/w/conf'],
    ['WORKDIR /etc/redis\nCOPY redis.conf .', '/etc/redis/redis.conf', '/w/redis.conf'],
  ];
  for (const [text, inside, outside] of mounts) {
    it(`are copied: ${text}`, () => {
      const [server] = read(`${FROM}${text}\n${NAMED}`, files).servers;
      assert.deepEqual(server?.mounts[0], { inside, outside });
    });
  }

  it('are found above the Dockerfile, which is where builds are started', () => {
    const all = { 'docker/Dockerfile': `${FROM}COPY conf/redis.conf /etc/redis/redis.conf\n${NAMED}`, ...files };
    assert.equal(readDocument(all).servers[0]?.mounts[0]?.outside, '/w/conf/redis.conf');
  });

  it('of another stage are not looked for', () => {
    const text = `${FROM}COPY --from=build redis.conf /etc/redis/redis.conf\n${NAMED}`;
    assert.deepEqual(read(text, files).servers[0]?.mounts, []);
  });

  it('have the name that the command has for them too', () => {
    const text = `${FROM}WORKDIR /etc/redis\nCOPY redis.conf .\nCMD ["redis-server", "redis.conf"]\n`;
    assert.deepEqual(read(text, files).servers[0]?.mounts.at(-1), { inside: 'redis.conf', outside: '/w/redis.conf' });
  });

  it('are told where no command names them', () => {
    const { servers, document } = read(`${FROM}COPY redis.conf /etc/redis/redis.conf\nCMD ["redis-server"]\n`, files);
    assert.equal(textAt(document, servers[0]?.facts.unusedConfiguration?.at), 'redis.conf');
  });

  it('may be named by whoever runs the image, where it says nothing of a command', () => {
    const { servers } = read(`${FROM}COPY redis.conf /etc/redis/redis.conf\n`, files);
    assert.equal(servers[0]?.facts.unusedConfiguration, undefined);
  });
});

describe('what an image is given besides', () => {
  it('variables that it stores, where their values stand', () => {
    const text = `${FROM}ARG TOKEN=abc\nARG OTHER\nENV A=1 B="two words" C=$TOKEN\nENV D old form\n`;
    const { servers, document } = read(text);
    const environment = servers[0]?.facts.environment.map(({ name, value, at, isInImage }) => [
      name,
      value,
      textAt(document, at),
      isInImage,
    ]);
    assert.deepEqual(environment, [
      ['TOKEN', 'abc', 'abc', true],
      ['A', '1', '1', true],
      ['B', 'two words', 'two words', true],
      ['C', undefined, '$TOKEN', true],
      ['D', 'old form', 'old form', true],
    ]);
  });

  it('variables that its command uses', () => {
    const { servers } = read(`${FROM}ENV REDIS_PASSWORD=x OTHER=y\nCMD redis-server --requirepass "$REDIS_PASSWORD"\n`);
    assert.deepEqual(
      servers[0]?.facts.environment.map(({ isUsed }) => isUsed),
      [true, false],
    );
  });

  for (const [user, isRoot] of [
    ['root', true],
    ['0:0', true],
    ['redis', false],
    ['999:999', false],
  ] as const) {
    it(`the user ${user}`, () => assert.equal(read(`${FROM}USER ${user}\n`).servers[0]?.facts.user?.isRoot, isRoot));
  }

  const probes: readonly (readonly [text: string, isWithoutPassword: boolean])[] = [
    ['HEALTHCHECK CMD redis-cli ping', true],
    ['HEALTHCHECK --interval=5s --timeout=3s CMD ["redis-cli", "ping"]', true],
    ['HEALTHCHECK CMD redis-cli -a "$P" ping', false],
    ['HEALTHCHECK CMD redis-cli ping | grep PONG', false],
    ['ENV REDISCLI_AUTH=x\nHEALTHCHECK CMD redis-cli ping', false],
  ];
  for (const [text, expected] of probes) {
    it(`a probe: ${JSON.stringify(text)}`, () =>
      assert.equal(read(`${FROM}${text}\n`).servers[0]?.facts.healthcheck?.isWithoutPassword, expected));
  }

  it('no port: EXPOSE opens none', () => {
    const { servers } = read(`${FROM}EXPOSE 6379\n`);
    assert.deepEqual(servers[0]?.facts.ports, []);
    assert.equal(servers[0]?.published.value, 'unknown');
  });
});
