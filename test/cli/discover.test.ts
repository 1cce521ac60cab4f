import assert from 'node:assert/strict';
import { discover } from '../../server/src/cli/discover.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.js';

const SERVER = 'port 6379\nappendonly yes\nmaxmemory 1gb\n';
const FILES: readonly (readonly [name: string, text: string, isFound: boolean])[] = [
  ['redis.conf', '', true],
  ['conf/my-redis.conf', '', true],
  ['conf/6379.conf', SERVER, true],
  ['conf/cache.conf', SERVER, true],
  ['conf/users.acl', '', true],
  ['conf/squid.acl', 'acl localnet src 10.0.0.0/8\n', false],
  ['conf/nginx.conf', 'http {\n  port 80;\n}\n', false],
  ['supervisor/redis.conf', '[program:redis]\ncommand=redis-server\n', false],
  ['templates/redis.conf.j2', SERVER, true],
  ['compose.yml', 'services:\n  cache:\n    image: redis:7\n', true],
  ['app/compose.yml', 'services:\n  app:\n    image: nginx\n', false],
  ['k8s/cache.yaml', 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: redis:7\n', true],
  ['k8s/app.yaml', 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: nginx\n', false],
  ['Dockerfile', 'FROM redis:7\n', true],
  ['Containerfile.app', 'FROM nginx\n', false],
  ['units/redis.service', '[Service]\nExecStart=/usr/bin/redis-server /etc/redis.conf\n', true],
  ['units/redis.container', '[Container]\nImage=docker.io/library/redis:7\nExec=redis-server\n', true],
  ['units/app.service', '[Service]\nExecStart=/usr/bin/app\n', false],
  ['start.sh', '#!/bin/sh\nredis-server --port 7000\n', true],
  ['stop.sh', '#!/bin/sh\nexit 0\n', false],
  ['README.md', SERVER, false],
  ['node_modules/redis/redis.conf', SERVER, false],
];

describe('the files below a folder', () => {
  let folder: TemporaryFolder;
  before(() => {
    folder = temporaryFolder();
    for (const [name, text] of FILES) folder.file(name, text);
  });
  after(() => folder.remove());
  const found = (named: string) =>
    discover([named], folder.path, { findsDocuments: true }).inputs.map(({ shown }) => shown);

  for (const [name, , isFound] of FILES) {
    it(`${isFound ? 'are' : 'are not'} ${name}`, () => assert.equal(found('.').includes(name), isFound));
    it(`are ${name} where somebody names it`, () => assert.deepEqual(found(name), [name]));
  }
});
