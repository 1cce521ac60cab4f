import assert from 'node:assert/strict';
import type { Dialect } from '../../../server/src/core/config/occurrence.js';
import { detectDialect } from '../../../server/src/core/config/reading/dialect.js';
import { parseFile } from '../../../server/src/core/syntax/config-file.js';

const MONITOR = 'sentinel monitor m 10.0.0.5 6379 2\n';
const SERVER = 'bind 10.0.0.5\nport 6379\nappendonly yes\nmaxmemory 1gb\n';
const USER = 'user app on >secret ~* +@read\n';

describe('what a file is read as', () => {
  const cases: readonly (readonly [name: string, text: string, dialect: Dialect, why: string])[] = [
    ['redis.conf', '', 'server', 'nothing speaks against the name'],
    ['sentinel.conf', '', 'sentinel', 'nothing speaks against the name'],
    ['users.acl', '', 'acl', 'nothing speaks against the name'],
    ['sentinel.conf', 'bind 10.0.0.5\nrequirepass x\ndir /tmp\n', 'sentinel', 'lines of both: the name decides'],
    ['redis.conf', 'bind 10.0.0.5\nrequirepass x\ndir /tmp\n', 'server', 'lines of both: the name decides'],
    ['redis-sentinel-node1.conf', 'port 6379\nappendonly yes\nreplicaof 10.0.0.9 6379\n', 'server', 'data lines'],
    ['sentinel.conf', 'slaveof 10.0.0.9 6379\n', 'server', 'an old name counts as the new one'],
    ['redis.conf', `port 26379\n${MONITOR}`, 'sentinel', 'all that speaks is Sentinel'],
    ['redis.conf', `bind 10.0.0.5\n${MONITOR}`, 'sentinel', 'all that speaks is Sentinel'],
    ['redis.conf', SERVER + MONITOR, 'server', 'one sentinel line among lines of a server'],
    ['sentinel.conf', SERVER + MONITOR, 'server', 'one sentinel line among lines of a server'],
    ['sentinel.conf', `${MONITOR}sentinel down-after-milliseconds m 5000\nmaxmemory 1gb\n`, 'sentinel', 'a stray line'],
    ['redis.conf', `appendonly yes\n${MONITOR}`, 'server', 'as much for the one as for the other: the name decides'],
    [
      'sentinel.conf',
      `appendonly yes\n${MONITOR}`,
      'sentinel',
      'as much for the one as for the other: the name decides',
    ],
    ['7000.conf', `${MONITOR}port 26379\n`, 'sentinel', 'the name says nothing'],
    ['users.list', USER, 'acl', 'nothing but users'],
    ['users.list', `# who may log in\n${USER}${USER}usr bob on\n`, 'acl', 'a slip among users'],
    ['users', `${USER}port 6379\n`, 'server', 'a directive that no ACL file has'],
    ['users.conf', USER, 'server', 'a part of a redis.conf may hold users alone'],
    ['users.conf.j2', USER, 'server', 'a template of one too'],
    ['users.acl', `${USER}port 6379\n`, 'acl', 'a stray line'],
    ['redis.acl', SERVER, 'server', 'no user at all'],
    ['sentinel.acl', `port 26379\n${MONITOR}`, 'sentinel', 'no user at all'],
  ];
  for (const [name, text, dialect, why] of cases) {
    it(`${name} is ${dialect}: ${why} (${JSON.stringify(text)})`, () =>
      assert.equal(detectDialect({ path: `/etc/redis/${name}`, file: parseFile(text) }), dialect));
  }
});
