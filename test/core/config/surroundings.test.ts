import assert from 'node:assert/strict';
import { targetId } from '../../../server/src/core/directives/target.js';
import { createLoadCache, createService, type FileReader, type LintRequest } from '../../../server/src/core/service.js';
import { filesInMemory } from '../../support/files-in-memory.js';

const service = createService();
const load = (path: string, files: Readonly<Record<string, string>>, request: Partial<LintRequest> = {}) =>
  service.load({ path, file: service.parse('port 6379\n'), reader: filesInMemory(files), ...request });
const compose = (image: string) => `services:\n  cache:\n    image: ${image}\n`;

describe('the target that stands around a file', () => {
  const W = { root: '/w' };
  const cases: readonly (readonly [
    what: string,
    path: string,
    files: Readonly<Record<string, string>>,
    request: Partial<LintRequest>,
    said: string,
  ])[] = [
    ['nothing', '/w/redis.conf', {}, W, 'redis-8.10 by default'],
    ['a Dockerfile beside it', '/w/redis.conf', { '/w/Dockerfile': 'FROM redis:6.2.6\n' }, W, 'redis-6.2.6 by image'],
    [
      'a compose file at the root',
      '/w/a/b/redis.conf',
      { '/w/compose.yml': compose('redis:6.2') },
      W,
      'redis-6.2 by image',
    ],
    [
      'a compose file above the root',
      '/w/redis.conf',
      { '/compose.yml': compose('redis:6.2') },
      W,
      'redis-8.10 by default',
    ],
    [
      'a folder beside its own',
      '/w/a/redis.conf',
      { '/w/b/compose.yml': compose('redis:6.2') },
      W,
      'redis-8.10 by default',
    ],
    ['a floating tag', '/w/redis.conf', { '/w/compose.yml': compose('redis:7') }, W, 'redis-7.4 by image, floating'],
    ['a chart', '/w/redis.conf', { '/w/Chart.yaml': 'name: redis\nappVersion: 7.2.4\n' }, W, 'redis-7.2.4 by chart'],
    // Without a root: the folder above, or up to where the person works.
    ['no root, one up', '/w/a/redis.conf', { '/w/compose.yml': compose('redis:6.2') }, {}, 'redis-6.2 by image'],
    ['no root, two up', '/w/a/b/redis.conf', { '/w/compose.yml': compose('redis:6.2') }, {}, 'redis-8.10 by default'],
    [
      'no root, two up, below the current folder',
      '/w/a/b/redis.conf',
      { '/w/compose.yml': compose('redis:6.2') },
      { currentFolder: '/w' },
      'redis-6.2 by image',
    ],
    [
      'no root, above the current folder',
      '/w/redis.conf',
      { '/compose.yml': compose('redis:6.2') },
      { currentFolder: '/w' },
      'redis-8.10 by default',
    ],
    // Several.
    [
      'two that agree, one with its patch level',
      '/w/redis.conf',
      { '/w/Dockerfile': 'FROM redis:6.2.6\n', '/w/compose.yml': compose('redis:6.2') },
      W,
      'redis-6.2 by image',
    ],
    [
      'two that agree, one of them floating',
      '/w/redis.conf',
      { '/w/Dockerfile': 'FROM redis:7\n', '/w/compose.yml': compose('redis:7.4.1') },
      W,
      'redis-7.4.1 by image',
    ],
    [
      'two that contradict each other',
      '/w/a/redis.conf',
      { '/w/a/Dockerfile': 'FROM redis:6.2.6\n', '/w/compose.yml': compose('redis:7.2') },
      W,
      'redis-8.10 by default, for Dockerfile says redis-6.2.6, compose.yml says redis-7.2',
    ],
    [
      'two products and a name that tells which',
      '/w/valkey.conf',
      { '/w/compose.yml': compose('redis:7.2') + compose('valkey/valkey:8.0') },
      W,
      'valkey-8.0 by image',
    ],
    [
      'two products',
      '/w/redis.conf',
      { '/w/compose.yml': compose('redis:7.2') + compose('valkey/valkey:8.0') },
      W,
      'redis-8.10 by default, for compose.yml says redis-7.2, compose.yml says valkey-8.0',
    ],
    // What is more and what is less believed.
    ['a version in its own name', '/w/redis-4.0.conf', {}, W, 'redis-4.0 by file-name'],
    [
      'an image beside a version in the name',
      '/w/redis-4.0.conf',
      { '/w/Dockerfile': 'FROM redis:5.0\n' },
      W,
      'redis-5.0 by image',
    ],
    ['a port in its name', '/w/redis-6379.conf', {}, W, 'redis-8.10 by default'],
    ['the number of a node in its name', '/w/redis-7.conf', {}, W, 'redis-8.10 by default'],
    ['an address in its name', '/w/redis-10.0.0.5.conf', {}, W, 'redis-8.10 by default'],
    ['a version and a suffix', '/w/my_redis_6.2.14-prod.conf', {}, W, 'redis-6.2.14 by file-name'],
    ['a product in its name', '/w/valkey.conf', {}, W, 'valkey-9.1 by file-name, floating'],
    [
      'the project',
      '/w/redis.conf',
      { '/w/.redis-conf-lint.json': '{"target": "redis-7.0"}', '/w/Dockerfile': 'FROM redis:5.0\n' },
      W,
      'redis-7.0 by project',
    ],
  ];
  for (const [what, path, files, request, said] of cases) {
    it(`${what}: ${path} is for ${said}`, () => {
      const {
        deployment: { target },
        disagreeing,
      } = load(path, files, request);
      const opinions = disagreeing.map(({ at, value }) => `${at?.source.split('/').at(-1)} says ${targetId(value)}`);
      const parts = [
        `${targetId(target.value)} by ${target.by}`,
        ...(target.isFloating ? ['floating'] : []),
        ...(opinions.length > 0 ? [`for ${opinions.join(', ')}`] : []),
      ];
      assert.equal(parts.join(', '), said);
    });
  }

  it('is worth less than a comment in the file', () => {
    const file = service.parse('# redis-conf-lint-target redis 7.0\n');
    const {
      deployment: { target },
    } = load('/w/redis.conf', { '/w/Dockerfile': 'FROM redis:5.0\n' }, { ...W, file });
    assert.equal(target.by, 'comment');
  });

  it('is not looked for where somebody named it', () => {
    const asked: string[] = [];
    const reader = filesInMemory({ '/w/Dockerfile': 'FROM redis:5.0\n' }, asked);
    service.load({
      path: '/w/redis.conf',
      file: service.parse(''),
      reader,
      target: load('/x/redis-7.0.conf', {}).deployment.target.value,
    });
    assert.deepEqual(
      asked.filter((path) => !path.endsWith('.json')),
      [],
    );
  });

  it('is looked for in 20 files at most', () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [
        `/w/compose.${String(n).padStart(2, '0')}.yml`,
        n < 20 ? '' : compose('redis:6.2'),
      ]),
    );
    assert.equal(load('/w/redis.conf', files, W).deployment.target.by, 'default');
  });

  it('is looked for in the first 64 KB of a file', () => {
    const text = `${'#'.repeat(65_536)}\n${compose('redis:6.2')}`;
    assert.equal(load('/w/redis.conf', { '/w/compose.yml': text }, W).deployment.target.by, 'default');
  });

  it('is looked for once in a folder of many files', () => {
    const files = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`/w/redis-${n}.conf`, '']));
    let asked = 0;
    const names = new Proxy(Object.keys(files), {
      get: (list, key) => {
        if (key === 'filter') asked++;
        return Reflect.get(list, key);
      },
    });
    const reader: FileReader = { ...filesInMemory(files), listFolder: () => ({ status: 'found', names }) };
    const cache = createLoadCache();
    for (const path of Object.keys(files)) load(path, files, { ...W, reader, cache });
    assert.equal(asked, 1);
  });
});

describe('the end of a release line', () => {
  const rulesOf = (files: Readonly<Record<string, string>>) => {
    const file = service.parse('bind 127.0.0.1\n');
    return service.lint({ path: '/w/redis.conf', file, reader: filesInMemory(files), root: '/w' }).findings;
  };
  it('is told where an image names it, with its place', () => {
    const found = rulesOf({ '/w/compose.yml': compose('redis:5.0') }).find(({ rule }) => rule === 'version-eol');
    assert.match(found?.message ?? '', /^Redis 5\.0 gets no security fixes any more/);
    assert.deepEqual(
      found?.related.map(({ at, message }) => [at.source, at.line, message]),
      [['/w/compose.yml', 2, 'The image is named here.']],
    );
  });
  it('and vulnerabilities are told where an image names a patch level', () => {
    const rules = rulesOf({ '/w/Dockerfile': 'FROM redis:7.2.4\n' }).map(({ rule }) => rule);
    assert.ok(rules.includes('version-vulnerable'));
  });
  it('is not told where a tag moves on by itself', () => {
    const rules = rulesOf({ '/w/compose.yml': compose('redis:5') }).map(({ rule }) => rule);
    assert.ok(!rules.includes('version-eol') && !rules.includes('version-vulnerable'));
  });
});
