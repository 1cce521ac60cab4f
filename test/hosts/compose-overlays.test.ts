import assert from 'node:assert/strict';
import { onlyServer, readFiles } from '../support/compose.js';

const BASE =
  'services:\n  cache:\n    image: redis:7.2\n    command: redis-server --port 1\n    ports: ["127.0.0.1:1:6379"]\n';
const OVER = 'services:\n  cache:\n    ports: ["6379:6379"]\n';

const serverIn = (files: Readonly<Record<string, string>>) => onlyServer(readFiles(files));
const portsIn = (files: Readonly<Record<string, string>>) => serverIn(files).facts.ports.map(({ at }) => at.source);
const wordsIn = (files: Readonly<Record<string, string>>) =>
  serverIn(files).command?.words.map(({ text }) => text.text);

describe('compose files that are laid over each other', () => {
  it('are the base and its override, whichever is read', () => {
    const paths = ['/w/docker-compose.yml', '/w/docker-compose.override.yml'];
    const files = { 'docker-compose.yml': BASE, 'docker-compose.override.yml': OVER };
    assert.deepEqual(portsIn(files), paths);
    const turned = { 'docker-compose.override.yml': OVER, 'docker-compose.yml': BASE };
    assert.deepEqual(portsIn(turned), paths);
    assert.deepEqual(wordsIn(turned), ['--port', '1']);
    assert.equal(serverIn(turned).isOverlay, undefined);
    assert.equal(serverIn(turned).command?.document?.path, '/w/docker-compose.yml');
  });

  it('are any other file and the base, as far as it names no image', () => {
    const overlay = serverIn({ 'compose.prod.yaml': OVER, 'compose.yaml': BASE });
    assert.equal(overlay.isOverlay, true);
    assert.equal(overlay.facts.at.source, '/w/compose.prod.yaml');
    assert.equal(overlay.facts.ports.length, 2);
    const whole = serverIn({ 'compose.prod.yaml': `${OVER}    image: redis:7.2\n`, 'compose.yaml': BASE });
    assert.deepEqual([whole.isOverlay, whole.facts.ports.length, whole.command], [undefined, 1, undefined]);
  });

  it('are shown where something is said of who gets in', () => {
    const silent = serverIn({
      'compose.prod.yaml': 'services:\n  cache:\n    restart: always\n',
      'compose.yaml': BASE,
    });
    assert.deepEqual([silent.isOverlay, silent.facts.at.source], [true, '/w/compose.yaml']);
  });

  it('start nothing without a base', () => {
    assert.deepEqual(readFiles({ 'compose.prod.yaml': OVER }).servers, []);
    assert.deepEqual(
      readFiles({ 'compose.prod.yaml': OVER, 'compose.yaml': 'services:\n  cache: {image: nginx}\n' }).servers,
      [],
    );
  });

  it('replace commands and add ports', () => {
    const override = 'services:\n  cache:\n    command: redis-server --port 2\n    ports: ["2:2"]\n';
    const files = { 'compose.yaml': BASE, 'compose.override.yaml': override };
    assert.deepEqual(wordsIn(files), ['--port', '2']);
    assert.equal(portsIn(files).length, 2);
  });

  it('take away what is reset', () => {
    const override = 'services:\n  cache:\n    command: !reset null\n    ports: !override ["2:2"]\n';
    const files = { 'compose.yaml': BASE, 'compose.override.yaml': override };
    assert.equal(wordsIn(files), undefined);
    assert.deepEqual(portsIn(files), ['/w/compose.override.yaml']);
  });
});

describe('services that extend others', () => {
  it('of the same file', () => {
    const text = `${BASE}  node:\n    extends: {service: cache}\n    command: redis-server --port 2\n`;
    const [, node] = readFiles({ 'compose.yaml': text }).servers;
    assert.deepEqual(
      node?.command?.words.map(({ text: word }) => word.text),
      ['--port', '2'],
    );
    assert.deepEqual([node?.facts.image?.text, node?.facts.ports.length], ['redis:7.2', 1]);
  });

  it('of another file', () => {
    const own = 'services:\n  redis:\n    extends:\n      file: common.yml\n      service: cache\n';
    assert.deepEqual(wordsIn({ 'compose.yaml': own, 'common.yml': BASE }), ['--port', '1']);
  });

  it('end where they extend themselves', () => {
    assert.equal(readFiles({ 'compose.yaml': `${BASE}    extends: cache\n` }).servers.length, 1);
  });
});

describe('services that are built', () => {
  const service = (build: string, more = '') => `services:\n  redis:\n    build: ${build}\n${more}`;
  const DOCKERFILE = 'FROM golang:1.22 AS tools\nFROM redis:7.2 AS base\nRUN x\nFROM base\nEXPOSE 6379\n';
  const builds: readonly (readonly [build: string, path: string])[] = [
    ['.', 'Dockerfile'],
    ['./redis', 'redis/Dockerfile'],
    ['{context: redis}', 'redis/Dockerfile'],
    ['{context: ., dockerfile: redis/own.Dockerfile}', 'redis/own.Dockerfile'],
    ['{context: "${DIR:-redis}"}', 'redis/Dockerfile'],
  ];
  for (const [build, path] of builds) {
    it(`have the image of ${path} by ${build}`, () => {
      const { facts, unread, otherHosts } = serverIn({ 'compose.yaml': service(build), [path]: DOCKERFILE });
      assert.deepEqual([facts.image?.text, facts.image?.family, facts.image?.at.line], ['redis:7.2', 'redis', 1]);
      assert.equal(unread, undefined);
      assert.deepEqual(
        otherHosts?.map((each) => each.path),
        [`/w/${path}`],
      );
    });
  }

  it('stop at their target', () => {
    const files = { 'compose.yaml': service('{context: ., target: tools}'), Dockerfile: DOCKERFILE };
    assert.deepEqual(readFiles(files).servers, []);
  });

  it('start what the Dockerfile says, with what it copies', () => {
    const dockerfile = 'FROM redis:7.2\nCOPY redis.conf /etc/redis.conf\nCMD ["redis-server", "/etc/redis.conf"]\n';
    const files = { 'compose.yaml': service('.'), Dockerfile: dockerfile, 'redis.conf': 'port 1\n' };
    const server = serverIn(files);
    assert.deepEqual(
      server.command?.words.map(({ text }) => text.text),
      ['/etc/redis.conf'],
    );
    assert.equal(server.command?.document?.path, '/w/Dockerfile');
    assert.deepEqual(server.mounts.map(({ outside }) => outside).slice(0, 1), ['/w/redis.conf']);
    const own = serverIn({ ...files, 'compose.yaml': service('.', '    command: redis-server --port 2\n') });
    assert.deepEqual(
      own.command?.words.map(({ text }) => text.text),
      ['--port', '2'],
    );
  });

  it('start something unknown where the Dockerfile is not there or runs a script', () => {
    const image = '    image: myorg/redis:1\n';
    assert.equal(serverIn({ 'compose.yaml': service('.', image) }).unread?.length, 1);
    assert.equal(
      serverIn({ 'compose.yaml': service('.'), Dockerfile: 'FROM redis:7.2\nCMD ["/start.sh"]\n' }).unread?.length,
      1,
    );
    assert.deepEqual(readFiles({ 'compose.yaml': service('./api', '    command: npm start\n') }).servers, []);
  });
});

it('documents of one file are read one by one', () => {
  const { servers, notAnalysed } = readFiles({ 'compose.yaml': `---\n${BASE}---\nimage: redis: {\n---\n${BASE}` });
  assert.deepEqual([servers.length, notAnalysed.map(({ reason }) => reason)], [2, ['not-valid']]);
});
