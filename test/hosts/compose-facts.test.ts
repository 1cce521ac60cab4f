import assert from 'node:assert/strict';
import type { HostFacts } from '../../server/src/core/config/host-facts.js';
import { onlyServer, type ReadCompose, readFiles, readService, textAt } from '../support/compose.js';

const factsOf = (reading: ReadCompose): HostFacts => onlyServer(reading).facts;

/** Name, value, whether something uses it, and where it is shown. */
type Variable = readonly [name: string, value: string | undefined, isUsed: boolean, shown: string];

const ENVIRONMENTS: readonly (readonly [lines: string, image: string, ...variables: readonly Variable[]])[] = [
  ['environment:\n  REDIS_PASSWORD: x', 'redis:7', ['REDIS_PASSWORD', 'x', false, 'x']],
  ['environment:\n  - REDIS_PASSWORD=x', 'redis:7', ['REDIS_PASSWORD', 'x', false, 'REDIS_PASSWORD=x']],
  ['environment:\n  - REDIS_PASSWORD', 'redis:7', ['REDIS_PASSWORD', undefined, false, 'REDIS_PASSWORD']],
  ['environment:\n  REDIS_PASSWORD:', 'redis:7', ['REDIS_PASSWORD', undefined, false, 'REDIS_PASSWORD']],
  ['environment:\n  REDIS_PASSWORD: ${P}', 'redis:7', ['REDIS_PASSWORD', undefined, false, '${P}']],
  ['environment:\n  REDIS_PASSWORD: ${P:-x}', 'redis:7', ['REDIS_PASSWORD', 'x', false, '${P:-x}']],
  ['environment:\n  REDIS_PASSWORD: x', 'bitnami/redis:7.2', ['REDIS_PASSWORD', 'x', true, 'x']],
  ['environment:\n  REDIS_PASSWORD: x', 'myorg/redis:7', ['REDIS_PASSWORD', 'x', true, 'x']],
  ['environment:\n  REDIS_ARGS: x', 'redis/redis-stack', ['REDIS_ARGS', 'x', true, 'x']],
  ['environment:\n  REDIS_PASSWORD: x', 'redis/redis-stack', ['REDIS_PASSWORD', 'x', false, 'x']],
  ['environment:\n  REDISCLI_AUTH: x', 'redis:7', ['REDISCLI_AUTH', 'x', true, 'x']],
  [`command: sh -c 'redis-server --requirepass "$$P"'\nenvironment: {P: x}`, 'redis:7', ['P', 'x', true, 'x']],
  ['command: redis-server --requirepass ${P}\nenvironment:\n  P: ${P}', 'redis:7', ['P', undefined, true, '${P}']],
  ['healthcheck:\n  test: redis-cli -a $$P ping\nenvironment: {P: x}', 'redis:7', ['P', 'x', true, 'x']],
  ['command: /start.sh\nenvironment: {P: x}', 'redis:7', ['P', 'x', true, 'x']],
];

describe('variables of compose files', () => {
  for (const [lines, image, ...variables] of ENVIRONMENTS) {
    it(`${image}: ${JSON.stringify(lines)}`, () => {
      const reading = readService(lines, image);
      const found = factsOf(reading).environment.map(({ name, value, isUsed, at }) => [
        name,
        value,
        isUsed,
        textAt(reading.document, at),
      ]);
      assert.deepEqual(found, variables);
    });
  }
});

const PROBES: readonly (readonly [test: string, isWithoutPassword: boolean, ...passwords: readonly string[]])[] = [
  ['["CMD", "redis-cli", "ping"]', true],
  ['redis-cli ping', true],
  ['["CMD-SHELL", "redis-cli ping || exit 1"]', true],
  ['["CMD-SHELL", "redis-cli ping | grep PONG"]', false],
  ['["CMD", "redis-cli", "-a", "p4ss", "ping"]', false, '"p4ss"'],
  ['redis-cli --pass p4ss ping', false, 'p4ss'],
  ['redis-cli -u redis://:p4ss@localhost ping', false, 'p4ss'],
  ['["CMD", "redis-cli", "-a", "${P}", "ping"]', false],
  ['["CMD-SHELL", "redis-cli -a $$P ping"]', false],
  ['["CMD", "redis-cli", "-e", "ping"]', false],
  ['["CMD-SHELL", "REDISCLI_AUTH=$$P redis-cli ping"]', false],
  ['["NONE"]', false],
  ['["CMD", "nc", "-z", "localhost", "6379"]', false],
];

describe('probes of compose files', () => {
  for (const [test, isWithoutPassword, ...passwords] of PROBES) {
    it(test, () => {
      const reading = readService(`healthcheck:\n  test: ${test}`);
      const { healthcheck, passwordsOnCommandLines } = factsOf(reading);
      assert.equal(healthcheck?.isWithoutPassword, isWithoutPassword);
      assert.deepEqual(
        passwordsOnCommandLines.map((at) => textAt(reading.document, at)),
        passwords,
      );
    });
  }

  it('have the password of the environment', () => {
    const { healthcheck } = factsOf(readService('healthcheck:\n  test: redis-cli ping\nenvironment: [REDISCLI_AUTH]'));
    assert.equal(healthcheck?.isWithoutPassword, false);
  });
});

it('passwords of clients are found around the server too', () => {
  const reading = readService(`command: sh -c 'redis-server /c.conf & redis-cli -a p4ss config rewrite; wait'`);
  assert.deepEqual(
    factsOf(reading).passwordsOnCommandLines.map((at) => textAt(reading.document, at)),
    ['p4ss'],
  );
});

const USERS: readonly (readonly [user: string, isRoot: boolean | undefined])[] = [
  ['user: "999:1000"', false],
  ['user: redis', false],
  ['user: root', true],
  ['user: "0:0"', true],
  ['user: 0', true],
  ['user: ${UID:-0}', true],
  ['user: ${UID}', false],
  ['restart: always', undefined],
];

describe('users of compose files', () => {
  for (const [lines, isRoot] of USERS) {
    it(lines, () => {
      const { facts, runsAs } = onlyServer(readService(lines));
      assert.equal(facts.user?.isRoot, isRoot);
      assert.equal(runsAs?.value, isRoot === undefined ? undefined : isRoot ? 'root' : 'other');
    });
  }
});

const LIMITS: readonly (readonly [lines: string, bytes: number | undefined])[] = [
  ['mem_limit: 512m', 512 * 1024 ** 2],
  ['mem_limit: 1gb', 1024 ** 3],
  ['mem_limit: 1.5G', 1.5 * 1024 ** 3],
  ['mem_limit: 1048576', 1024 ** 2],
  ['deploy: {resources: {limits: {memory: 256M}}}', 256 * 1024 ** 2],
  ['mem_limit: ${LIMIT:-1g}', 1024 ** 3],
  ['mem_limit: ${LIMIT}', undefined],
  ['deploy: {resources: {reservations: {memory: 256M}}}', undefined],
];

describe('memory limits of compose files', () => {
  for (const [lines, bytes] of LIMITS) {
    it(lines, () => assert.equal(onlyServer(readService(lines)).memoryLimit?.value, bytes));
  }
});

const MOUNTS: readonly (readonly [
  lines: string,
  ...mounts: readonly (readonly [inside: string, outside: string])[],
])[] = [
  ['volumes: ["./conf/redis.conf:/etc/redis.conf:ro"]', ['/etc/redis.conf', '/w/conf/redis.conf']],
  ['volumes: ["../conf/:/etc/redis/"]', ['/etc/redis', '/conf']],
  ['volumes: ["/srv/redis.conf:/etc/redis.conf"]', ['/etc/redis.conf', '/srv/redis.conf']],
  ['volumes: ["${CONF:-./conf}:/etc/redis"]', ['/etc/redis', '/w/conf']],
  ['volumes: ["${CONF}:/etc/redis"]'],
  ['volumes: ["data:/data", "/data"]'],
  ['volumes:\n  - type: bind\n    source: ./c.conf\n    target: /c.conf', ['/c.conf', '/w/c.conf']],
  ['volumes:\n  - type: volume\n    source: data\n    target: /data'],
  ['configs: [own]', ['/own', '/w/own.conf']],
  ['configs:\n  - source: own\n    target: /etc/redis.conf', ['/etc/redis.conf', '/w/own.conf']],
  ['secrets: [own]', ['/run/secrets/own', '/w/own.txt']],
  ['secrets: [foreign]'],
];

describe('files that compose files give', () => {
  const TOP = 'configs:\n  own: {file: ./own.conf}\nsecrets:\n  own: {file: own.txt}\n  foreign: {external: true}\n';
  for (const [lines, ...mounts] of MOUNTS) {
    it(JSON.stringify(lines), () => {
      const { text } = readService(lines).document;
      const server = onlyServer(readFiles({ 'compose.yaml': text + TOP }));
      assert.deepEqual(
        server.mounts.map(({ inside, outside }) => [inside, outside]),
        mounts,
      );
    });
  }

  it('may stand in them as a whole', () => {
    const { text } = readService('configs:\n  - source: own\n    target: /etc/redis.conf').document;
    const top = 'configs:\n  own:\n    content: |\n      port 1\n      requirepass ${P}\n';
    const reading = readFiles({ 'compose.yaml': text + top });
    const own = onlyServer(reading).texts.get('/etc/redis.conf');
    assert.equal(own?.text.text, 'port 1\nrequirepass ${P}\n');
    assert.deepEqual(
      own.fillIns.map(({ line, at, name, by }) => ({ line, at, name, by })),
      [{ line: 1, at: { start: 12, end: 16 }, name: 'P', by: 'compose' }],
    );
    assert.equal(reading.document.text.slice(own.extent.start, own.extent.end), 'port 1\n      requirepass ${P}');
  });
});

const CONF = { 'conf/redis.conf': 'port 1\n', 'conf/users.acl': '' };
const UNUSED: readonly (readonly [lines: string, path: string | undefined, image?: string])[] = [
  ['volumes: ["./conf/redis.conf:/etc/redis.conf"]', '/etc/redis.conf'],
  ['volumes: ["./conf:/etc/redis"]', '/etc/redis/redis.conf'],
  ['volumes: ["./conf:/etc/redis"]\ncommand: redis-server --port 1', '/etc/redis/redis.conf'],
  ['volumes: ["./conf:/etc/redis"]\ncommand: redis-server /etc/redis/redis.conf', undefined],
  ['volumes: ["./conf:/etc/redis"]\ncommand: --include /etc/redis/redis.conf', undefined],
  ['volumes: ["./conf:/etc/redis"]\ncommand: /start.sh', undefined],
  ['volumes: ["./conf:/etc/redis"]\ncommand: redis-cli ping', undefined],
  ['volumes: ["./data:/data"]', undefined],
  ['volumes: ["./conf/redis.conf:/opt/bitnami/redis/mounted-etc/redis.conf"]', undefined, 'bitnami/redis:7.2'],
  ['volumes: ["./conf/redis.conf:/redis-stack.conf"]', undefined, 'redis/redis-stack:7.4.0-v1'],
];

describe('configurations that no command names', () => {
  for (const [lines, path, image] of UNUSED) {
    it(`${JSON.stringify(lines)}: ${path ?? 'none'}`, () => {
      const { text } = readService(lines, image).document;
      const [server] = readFiles({ 'compose.yaml': text, ...CONF }).servers;
      assert.equal(server?.facts.unusedConfiguration?.path, path);
    });
  }

  it('are taken by images that know their place', () => {
    for (const [image, inside] of [
      ['bitnami/redis:7.2', '/opt/bitnami/redis/mounted-etc/redis.conf'],
      ['redis/redis-stack:7.4.0-v1', '/redis-stack.conf'],
    ]) {
      const { text } = readService(`volumes: ["./conf/redis.conf:${inside}"]`, image).document;
      const server = onlyServer(readFiles({ 'compose.yaml': text, ...CONF }));
      assert.deepEqual(
        server.command?.words.map(({ text: word }) => word.text),
        [inside],
      );
    }
  });
});

describe('names that say development', () => {
  const SERVICE = 'services:\n  cache:\n    image: redis:7.2\n';
  const names = {
    'docker-compose.dev.yml': true,
    'compose-test.yaml': true,
    '.devcontainer/docker-compose.yml': true,
    'docker-compose.yml': false,
    'docker-compose.override.yml': false,
    'docker-compose.devices.yml': false,
    'compose.latest.yml': false,
  };
  for (const [name, isDevelopment] of Object.entries(names)) {
    it(`${name}: ${isDevelopment}`, () => {
      assert.equal(onlyServer(readFiles({ [name]: SERVICE })).isDevelopment, isDevelopment);
    });
  }

  it('are those of all profiles', () => {
    assert.equal(onlyServer(readService('profiles: [dev]')).isDevelopment, true);
    assert.equal(onlyServer(readService('profiles: [dev, prod]')).isDevelopment, false);
  });
});
