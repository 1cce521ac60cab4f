import assert from 'node:assert/strict';
import { edited, onlyServer, type ReadCompose, readFiles, readService, textAt } from '../support/compose.js';

/** Whom an entry lets in, the port of the container, and the entry once it lets in the machine alone. */
const ENTRIES: readonly (readonly [entry: string, to: string, port: number | undefined, narrowed?: string])[] = [
  ['"6379:6379"', 'network', 6379, '"127.0.0.1:6379:6379"'],
  ["'6379:6379'", 'network', 6379, "'127.0.0.1:6379:6379'"],
  ['6379:6379', 'network', 6379, '127.0.0.1:6379:6379'],
  ['6379', 'network', 6379, '127.0.0.1::6379'],
  ['"7000-7005:6379"', 'network', 6379, '"127.0.0.1:7000-7005:6379"'],
  ['"7000-7005:7000-7005"', 'network', 7000, '"127.0.0.1:7000-7005:7000-7005"'],
  ['"6370-6380:6370-6380"', 'network', 6379, '"127.0.0.1:6370-6380:6370-6380"'],
  ['17001:16379', 'network', 16379, '127.0.0.1:17001:16379'],
  ['"6379:6379/tcp"', 'network', 6379, '"127.0.0.1:6379:6379/tcp"'],
  ['0.0.0.0:6379:6379', 'network', 6379, '127.0.0.1:6379:6379'],
  ['":6379:6379"', 'network', 6379],
  ['"[::]:6379:6379"', 'network', 6379, '"127.0.0.1:6379:6379"'],
  ['192.168.1.5:6379:6379', 'network', 6379],
  ['127.0.0.1:6379:6379', 'host', 6379],
  ['"127.0.0.1::6379"', 'host', 6379],
  ['"[::1]:6379:6379"', 'host', 6379],
  ['"::1:6379:6379"', 'host', 6379],
  ['"${PORT:-6379}:6379"', 'network', 6379, '"127.0.0.1:${PORT:-6379}:6379"'],
  ['${PORT:-6379}:${PORT:-6379}', 'network', 6379, '127.0.0.1:${PORT:-6379}:${PORT:-6379}'],
  ['"${REDIS_PORT}:6379"', 'network', 6379],
  ['"${PUBLISH}:6379"', 'unknown', 6379],
  ['"${BIND:-127.0.0.1}:6379:6379"', 'host', 6379],
  ['"${BIND:-0.0.0.0}:6379:6379"', 'network', 6379],
  ['"${BIND}:6379:6379"', 'unknown', 6379],
  ['"${BIND:-127.0.0.1:}6379:6379"', 'host', 6379],
  ['"${PORTS:-127.0.0.1:6379:6379}"', 'host', 6379],
  ['"6379:${REDIS_PORT}"', 'network', undefined, '"127.0.0.1:6379:${REDIS_PORT}"'],
  ['{target: 6379, published: 6379}', 'network', 6379, '{host_ip: 127.0.0.1, target: 6379, published: 6379}'],
  ['{target: 6379, host_ip: 127.0.0.1}', 'host', 6379],
  ['{target: 6379, host_ip: 0.0.0.0}', 'network', 6379, '{target: 6379, host_ip: 127.0.0.1}'],
  ['{target: 6379, host_ip: 10.0.0.1}', 'network', 6379],
  ['{target: 6379, mode: host}', 'network', 6379, '{host_ip: 127.0.0.1, target: 6379, mode: host}'],
];
const NO_PORTS = ['"53:53/udp"', '{target: 53, protocol: udp}', 'abc', '""'];

const narrowed = (reading: ReadCompose): string | undefined => {
  const edits = onlyServer(reading).facts.ports[0]?.narrowed();
  return edits && edited(reading.document, edits);
};
const removed = (reading: ReadCompose): string | undefined => {
  const edits = onlyServer(reading).facts.ports[0]?.removed();
  return edits && edited(reading.document, edits);
};

describe('ports of compose files', () => {
  for (const [entry, to, port, narrow] of ENTRIES) {
    it(`${entry} lets in ${to}`, () => {
      const reading = readService(`ports:\n  - ${entry}`);
      const { facts, published } = onlyServer(reading);
      assert.deepEqual(
        facts.ports.map((each) => [each.to, each.port]),
        [[to, port]],
      );
      assert.equal(published.value, to);
      assert.equal(narrowed(reading), narrow && reading.document.text.replace(entry, narrow));
    });
  }

  for (const entry of NO_PORTS) {
    it(`${entry} is none`, () => assert.deepEqual(onlyServer(readService(`ports:\n  - ${entry}`)).facts.ports, []));
  }

  it('are marked with what is written', () => {
    const reading = readService('ports:\n  - "6379:6379"\n  - target: 6379\n    published: "7000"');
    assert.deepEqual(
      onlyServer(reading).facts.ports.map(({ at }) => textAt(reading.document, at)),
      ['"6379:6379"', '"7000"'],
    );
  });

  it('are none of the server where a bundle has its browser interface', () => {
    const { facts } = onlyServer(readService('ports: ["6379:6379", "8001:8001"]', 'redis/redis-stack:7.4.0-v1'));
    assert.deepEqual(
      facts.ports.map(({ port }) => port),
      [6379],
    );
  });
});

const NARROWED: readonly (readonly [why: string, before: string, after: string])[] = [
  ['in a list on one line', 'ports: [6379:6379, "1:2"]', 'ports: ["127.0.0.1:6379:6379", "1:2"]'],
  [
    'as an entry of its own',
    'ports:\n  - target: 6379\n    published: 6379',
    'ports:\n  - target: 6379\n    host_ip: 127.0.0.1\n    published: 6379',
  ],
];

const REMOVED: readonly (readonly [why: string, before: string, after: string | undefined])[] = [
  ['one of several', 'ports:\n  - 6379:6379 # all\n  - 1:2', 'ports:\n  - 1:2'],
  ['the only one, with its key', 'ports:\n  - 6379:6379\nrestart: always', 'restart: always'],
  ['the only one on the line of its key', 'ports: ["6379:6379"] # all\nrestart: always', 'restart: always'],
  ['the only one of a list over lines', 'ports: [\n  "6379:6379",\n]\nrestart: always', 'restart: always'],
  ['the first on a line', 'ports: ["6379:6379", "1:2"]', 'ports: ["1:2"]'],
  ['a long one', 'ports:\n  - target: 6379\n    published: 1\n  - 1:2', 'ports:\n  - 1:2'],
  ['not where it is shared', 'ports: &p\n  - 6379:6379\n  - 1:2', undefined],
  [
    'the only one with comments around it',
    'ports:\n  # all\n  - 6379:6379\n\n# none\nrestart: always',
    '\n# none\nrestart: always',
  ],
];

describe('edits of ports', () => {
  const withLines = (lines: string) => readService(lines).document.text;
  for (const [why, before, after] of NARROWED) {
    it(`narrow ${why}`, () => assert.equal(narrowed(readService(before)), withLines(after)));
  }
  for (const [why, before, after] of REMOVED) {
    it(`remove ${why}`, () => assert.equal(removed(readService(before)), after && withLines(after)));
  }

  it('remove the last on a line', () => {
    const reading = readService('ports: ["1:2", "6379:6379"]');
    const edits = onlyServer(reading).facts.ports[1]?.removed() ?? [];
    assert.equal(edited(reading.document, edits), withLines('ports: ["1:2"]'));
  });

  it('leave what several services share', () => {
    const text = 'x-node: &node\n  image: redis:7.2\n  ports: ["6379:6379"]\nservices:\n  a:\n    <<: *node\n';
    const [port] = onlyServer(readFiles({ 'compose.yaml': text })).facts.ports;
    assert.deepEqual([port?.narrowed(), port?.removed()], [undefined, undefined]);
  });

  it('leave a service that would be empty', () => {
    const files = {
      'compose.override.yaml': 'services:\n  cache:\n    ports: ["6379:6379"]\n',
      'compose.yaml': 'services:\n  cache:\n    image: redis:7.2\n',
    };
    assert.equal(onlyServer(readFiles(files)).facts.ports[0]?.removed(), undefined);
  });

  it('narrow nothing where a swarm publishes on every machine', () => {
    const text = 'services:\n  cache:\n    image: redis:7.2\n    ports: ["6379:6379"]\n';
    assert.equal(onlyServer(readFiles({ 'docker-stack.yml': text })).facts.ports[0]?.narrowed(), undefined);
  });
});

const NETWORKS: readonly (readonly [lines: string, published: string, ports: number])[] = [
  ['restart: always', 'siblings', 0],
  ['expose: ["6379"]', 'siblings', 0],
  ['network_mode: host\nports: ["6379:6379"]', 'network', 0],
  ['network_mode: none', 'nobody', 0],
  ['network_mode: bridge\nports: ["6379:6379"]', 'network', 1],
  ['network_mode: service:app', 'network', 1],
  ['network_mode: container:app', 'unknown', 0],
  ['network_mode: ${MODE:-host}', 'network', 0],
  ['network_mode: ${MODE}', 'unknown', 0],
  ['networks: [inner]\nports: ["6379:6379"]', 'nobody', 0],
  ['networks: [inner]', 'nobody', 0],
  ['networks: {inner: {}, outer: {}}\nports: ["6379:6379"]', 'network', 1],
  ['ports: ["127.0.0.1:1:6379", "6379:6379"]', 'network', 2],
];

describe('networks of compose files', () => {
  for (const [lines, published, ports] of NETWORKS) {
    it(`${JSON.stringify(lines)}: ${published}`, () => {
      const { text } = readService(lines).document;
      const others =
        '  app:\n    image: nginx\n    ports: ["80:80", "6379:6379"]\nnetworks:\n  inner: {internal: true}\n  outer:\n';
      const server = onlyServer(readFiles({ 'compose.yaml': text + others }));
      assert.deepEqual([server.published.value, server.facts.ports.length], [published, ports]);
      assert.equal(server.facts.hostNetwork !== undefined, /host/.test(lines));
    });
  }

  it('without a way out have one where a swarm publishes', () => {
    const text =
      'services:\n  cache:\n    image: redis:7.2\n    ports: ["6379:6379"]\nnetworks: {default: {internal: true}}\n';
    assert.equal(onlyServer(readFiles({ 'compose.yaml': text })).published.value, 'nobody');
    assert.equal(onlyServer(readFiles({ 'docker-stack.yml': text })).published.value, 'network');
  });
});
