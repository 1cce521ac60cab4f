import assert from 'node:assert/strict';
import { imageFamily, programOfImage } from '../../server/src/core/hosts/image.js';

const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  redis: [
    'redis',
    'redis:7.2-alpine',
    'redis@sha256:0123',
    'library/redis:7',
    'docker.io/redis:7',
    'docker.io/library/redis:7@sha256:0123',
    'public.ecr.aws/docker/library/redis:7',
    'mirror.gcr.io/library/redis',
    'localhost:5000/redis:7',
    'arm64v8/redis:7',
  ],
  valkey: ['valkey/valkey:8.0-alpine', 'docker.io/valkey/valkey', 'ghcr.io/valkey/valkey:8'],
  bitnami: [
    'bitnami/redis:7.2',
    'docker.io/bitnami/redis-cluster:7.2',
    'bitnami/redis-sentinel',
    'bitnamilegacy/redis:7.2',
    'public.ecr.aws/bitnami/valkey:8.0',
    'bitnamisecure/valkey',
  ],
  stack: ['redis/redis-stack', 'redis/redis-stack-server:7.4.0-v1'],
  other: [
    'eqalpha/keydb',
    'valkey/valkey-bundle:8',
    'myorg/redis:1',
    'ghcr.io/myorg/my-redis',
    'grokzen/redis-cluster:7.0.10',
  ],
};
const NONE = [
  'postgres:16',
  'oliver006/redis_exporter:v1.58.0',
  'bitnami/redis-exporter',
  'bitnami/redis-sentinel-exporter',
  'rediscommander/redis-commander',
  'redis/redisinsight:2.58',
  'redislabs/redisinsight',
  'quay.io/spotahome/redis-operator',
  'erikdubbelboer/phpredisadmin',
  'myorg/redis-proxy',
  'myorg/php-redis:8',
  'myorg/redis/exporter',
  '',
];

describe('images', () => {
  for (const [family, references] of Object.entries(FAMILIES)) {
    for (const reference of references) {
      it(`${reference}: ${family}`, () => assert.equal(imageFamily(reference), family));
    }
  }
  for (const reference of NONE) {
    it(`${JSON.stringify(reference)} holds no server`, () => assert.equal(imageFamily(reference), undefined));
  }

  it('start their own program', () => {
    assert.equal(programOfImage('redis:7'), 'redis-server');
    assert.equal(programOfImage('docker.io/valkey/valkey:8'), 'valkey-server');
    assert.equal(programOfImage('bitnami/redis-sentinel:7.2'), 'redis-sentinel');
  });
});
