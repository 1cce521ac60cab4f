import assert from 'node:assert/strict';
import type { Deployment } from '../../../server/src/core/config/deployment.js';
import { type LintRequest, parseTarget } from '../../../server/src/core/service.js';
import { keepingService } from '../../support/keeping-service.js';

const service = keepingService();
const REDIS_7 = parseTarget('redis-7.0');
assert.ok(REDIS_7);
const deploymentOf = (path: string, text: string, request: Partial<LintRequest> = {}): Deployment =>
  service.load({ path, file: service.parse(text), ...request }).deployment;

describe('the server that a file alone is for', () => {
  it('has the file as its only layer, and nobody knows who reaches it', () => {
    const { id, hosts, layers, published, unread } = deploymentOf('/w/redis.conf', 'port 6379\n');
    assert.deepEqual([id, hosts, unread], ['/w/redis.conf', [], []]);
    assert.deepEqual(
      layers.map((layer) => [layer.kind, layer.kind === 'defaults' ? '' : layer.source.path]),
      [['file', '/w/redis.conf']],
    );
    assert.deepEqual(published, { value: 'unknown', by: 'default' });
  });

  const cases: readonly (readonly [
    what: string,
    path: string,
    request: Partial<LintRequest>,
    expected: Partial<Deployment>,
  ])[] = [
    ['is for whom somebody names', '/w/redis.conf', { target: REDIS_7 }, { target: { value: REDIS_7, by: 'setting' } }],
    ['is in no container', '/w/redis.conf', { root: '/w' }, { container: 'no', containerSign: undefined }],
    [
      'may be in one, by its folder',
      '/w/docker/redis.conf',
      { root: '/w' },
      { container: 'guessed', containerSign: 'directory "docker"' },
    ],
    ['is for use', '/w/redis.conf', {}, { isDevelopment: false }],
    ['is for development', '/w/redis.conf', { options: { profile: 'development' } }, { isDevelopment: true }],
    ['belongs to its project', '/w/conf/redis.conf', { root: '/w' }, { around: '/w' }],
    ['belongs to nothing that is known', '/w/conf/redis.conf', {}, { around: undefined }],
  ];
  for (const [what, path, request, expected] of cases) {
    it(what, () => {
      const found = deploymentOf(path, 'port 6379\n', request);
      const named = Object.keys(expected).map((key) => [key, found[key as keyof Deployment]]);
      assert.deepEqual(Object.fromEntries(named), expected);
    });
  }
});
