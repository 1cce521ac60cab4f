import assert from 'node:assert/strict';
import { mayNameImages, serversNamedIn } from '../../../server/src/core/config/reading/image-references.js';
import { contentOfImage } from '../../../server/src/core/config/reading/image-tags.js';
import { targetId } from '../../../server/src/core/directives/target.js';

describe('what the name of an image says', () => {
  const images: readonly (readonly [reference: string, said: string | undefined])[] = [
    ['redis:7.2.4', 'redis-7.2.4'],
    ['redis:7.2', 'redis-7.2'],
    ['redis:6.2.6-alpine', 'redis-6.2.6'],
    ['redis:7-alpine3.19', 'redis-7.4 floating'],
    ['redis:7.0-bookworm', 'redis-7.0'],
    ['redis:7', 'redis-7.4 floating'],
    ['redis:3', 'redis-3.2 floating'],
    ['redis', 'redis-8.10 floating'],
    ['redis:latest', 'redis-8.10 floating'],
    ['redis:alpine', 'redis-8.10 floating'],
    ['redis:alpine3.19', 'redis-8.10 floating'],
    ['redis:bookworm', 'redis-8.10 floating'],
    ['redis:8.8-rc1', 'redis-8.8'],
    ['valkey/valkey:8.0-alpine', 'valkey-8.0'],
    ['valkey/valkey', 'valkey-9.1 floating'],
    ['bitnami/redis:7.2.4-debian-11-r2', 'redis-7.2.4'],
    ['bitnamilegacy/redis-cluster:6.2', 'redis-6.2'],
    ['redis/redis-stack-server:7.4.0-v3', 'redis-7.4'],
    ['redis/redis-stack:latest', undefined],
    // Registries, mirrors, processors, digests.
    ['docker.io/library/redis:6.2', 'redis-6.2'],
    ['docker.io/redis:6.2', 'redis-6.2'],
    ['localhost:5000/redis:6.2', 'redis-6.2'],
    ['public.ecr.aws/docker/library/redis:6.2', 'redis-6.2'],
    ['harbor.example.com/hub/valkey/valkey:8.1.3', 'valkey-8.1.3'],
    ['arm64v8/redis:6.2', 'redis-6.2'],
    ['redis:7.2.4@sha256:0123', 'redis-7.2.4'],
    ['redis@sha256:0123', undefined],
    // Not told surely.
    ['redis:${TAG:-7.2}', undefined],
    ['redis:$TAG', undefined],
    ['{{ registry }}/redis:7.2', undefined],
    ['redis:unstable', undefined],
    ['redis:99', undefined],
    ['redis:7.3.1', undefined],
    ['acme/redis:7.2', undefined],
    ['ghcr.io/acme/redis:7.2', undefined],
    // No servers.
    ['oliver006/redis_exporter:v1.58.0', undefined],
    ['bitnami/redis-exporter:1.58.0', undefined],
    ['bitnami/redis-sentinel:7.2', undefined],
    ['redis/redisinsight:2.58', undefined],
    ['rediscommander/redis-commander:7.2', undefined],
    ['redislabs/redis:7.2', undefined],
    ['eqalpha/keydb:6.3', undefined],
    ['postgres:16', undefined],
    ['', undefined],
  ];
  for (const [reference, said] of images) {
    it(`"${reference}" is ${said}`, () => {
      const content = contentOfImage(reference);
      assert.equal(content && `${targetId(content.target)}${content.isFloating ? ' floating' : ''}`, said);
    });
  }
});

describe('what a file beside a configuration says of its server', () => {
  const files: readonly (readonly [name: string, text: string, said: readonly string[]])[] = [
    ['compose.yml', 'services:\n  cache:\n    image: redis:6.2\n', ['image redis-6.2 at 3:12-21']],
    ['docker-compose.prod.yaml', "  a:\n    image: 'redis:6.2' # pinned\n", ['image redis-6.2 at 2:13-22']],
    ['compose.yml', '    "image": "valkey/valkey:8.1.3"\r\n', ['image valkey-8.1.3 at 1:15-34']],
    ['compose.yml', '  - image: redis:7 # all of it\n', ['image redis-7.4 at 1:12-19']],
    ['compose.yml', '# image: redis:6.2\n  image: postgres:16\n  my-image: redis:6.2\n  image:redis:6.2\n', []],
    ['Dockerfile', 'FROM redis:6.2.6\nRUN true\n', ['image redis-6.2.6 at 1:6-17']],
    ['Dockerfile.redis', 'from --platform=linux/amd64 redis:7.0 AS base\r\n', ['image redis-7.0 at 1:29-38']],
    ['Containerfile', '# FROM redis:6.2\nARG V=7\nFROM redis:${V}\nFROM debian:12\n', []],
    [
      'values.yaml',
      'image:\n  registry: docker.io\n  repository: bitnami/redis\n  tag: 7.2.4-debian-11-r2\n',
      ['chart redis-7.2.4 at 4:8-26'],
    ],
    ['values.yaml', 'image:\n  tag: "8.0"\n  repository: valkey/valkey\n', ['chart valkey-8.0 at 3:15-28']],
    ['values.yaml', 'image: {repository: valkey/valkey, tag: "8.0"}\n', ['chart valkey-8.0 at 1:42-45']],
    ['values.yaml', 'image:\n  repository: bitnami/redis\nmetrics:\n  tag: 6.2\n', []],
    [
      'values.yaml',
      'a:\n  repository: nginx\n  tag: 6.2\nb:\n  repository: redis\n  tag: 7.0\n',
      ['chart redis-7.0 at 6:8-11'],
    ],
    ['values.yaml', 'image:\n  repository: redis\n  tag: ""\n', []],
    ['Chart.yaml', 'name: redis\nversion: 18.0.1\nappVersion: "7.2.4"\n', ['chart redis-7.2.4 at 3:14-19']],
    ['Chart.yaml', 'name: shop\nappVersion: 7.2.4\ndependencies:\n  - name: redis\n    version: 18.0.1\n', []],
  ];
  for (const [name, text, expected] of files) {
    it(`${name}: ${JSON.stringify(text)}`, () => {
      assert.ok(mayNameImages(name));
      const said = serversNamedIn(`/w/${name}`, text).map(({ by, value, at }) => {
        assert.equal(at?.source, `/w/${name}`);
        return `${by} ${targetId(value)} at ${(at?.line ?? 0) + 1}:${(at?.at.start ?? 0) + 1}-${(at?.at.end ?? 0) + 1}`;
      });
      assert.deepEqual(said, expected);
    });
  }

  it('is asked of no other file', () => {
    for (const name of [
      'redis.conf',
      'deployment.yaml',
      'docker-compose',
      'my-Dockerfile',
      'Chart.lock',
      'compose.txt',
    ])
      assert.ok(!mayNameImages(name), name);
  });
});
