import assert from 'node:assert/strict';
import type { Effect } from '../../server/src/core/rules/rule.js';
import { type Certificates, makeCertificates } from '../support/certificates.js';
import { targetOfBinary } from '../support/real-server.js';
import { describeWithTwoHosts, SERVER_UNDER_TEST } from '../support/with-real-server.js';
import { treeOf } from './configuration-tree.js';
import { violationsOf } from './law.js';
import { observe, type Stage } from './observe.js';
import { createTreeReader } from './tree-reader.js';

/** A change that a fix might make, and what is said of it: kinds, and the beginning of who loses or gains what. */
interface Change {
  readonly title: string;
  readonly file?: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly effect: Effect;
  readonly violations: readonly string[];
}

const TLS = [
  'port 0',
  'tls-port 6379',
  'tls-cert-file /etc/redis/tls/server.crt',
  'tls-key-file /etc/redis/tls/server.key',
  'tls-ca-cert-file /etc/redis/tls/ca.crt',
];
const LIMITED = 'user app on >app-secret ~app:* +@all';

const CHANGES: readonly Change[] = [
  {
    title: 'a comment that goes',
    before: ['# once', 'bind 10.0.0.5'],
    after: ['bind 10.0.0.5'],
    effect: 'none',
    violations: [],
  },
  {
    title: 'a line of no consequence, called nothing at all',
    before: ['slowlog-max-len 100'],
    after: ['slowlog-max-len 200'],
    effect: 'none',
    violations: ['changes slowlog-max-len: "100", then "200"'],
  },
  {
    title: 'the same line, called safe',
    before: ['slowlog-max-len 100'],
    after: ['slowlog-max-len 200'],
    effect: 'safe',
    violations: [],
  },
  {
    title: 'protected mode where there is no password',
    before: ['protected-mode no', 'bind 10.0.0.5'],
    after: ['protected-mode yes', 'bind 10.0.0.5'],
    effect: 'safe',
    violations: ['takes a stranger from elsewhere at 10.0.0.5 port 6379: PING'],
  },
  {
    title: 'protected mode where there is a password',
    before: ['protected-mode no', 'requirepass secret'],
    after: ['protected-mode yes', 'requirepass secret'],
    effect: 'safe',
    violations: [],
  },
  {
    title: 'a password that goes',
    before: ['bind 203.0.113.7', 'protected-mode no', 'requirepass secret'],
    after: ['bind 203.0.113.7', 'protected-mode no'],
    effect: 'access',
    violations: ['opens 203.0.113.7 port 6379'],
  },
  {
    title: 'another password',
    before: ['requirepass secret'],
    after: ['requirepass another'],
    effect: 'safe',
    violations: ['takes the password 1 from elsewhere at 10.77.0.1 port 6379: PING'],
  },
  {
    title: 'an address that goes',
    before: ['bind 127.0.0.1 2001:db8::5', 'requirepass secret'],
    after: ['bind 127.0.0.1', 'requirepass secret'],
    effect: 'safe',
    violations: ['takes the password 1 from elsewhere at 2001:db8::5 port 6379: PING'],
  },
  {
    title: 'another socket',
    before: ['port 0', 'unixsocket /run/redis/a.sock'],
    after: ['port 0', 'unixsocket /run/redis/b.sock'],
    effect: 'safe',
    violations: ['takes a stranger from here at /run/redis/a.sock: PING'],
  },
  {
    title: 'a key pattern of a user',
    before: [LIMITED, 'bind 127.0.0.1'],
    after: [LIMITED.replace('app:*', 'app:a*'), 'bind 127.0.0.1'],
    effect: 'safe',
    violations: ['takes user app, password 1 from here at 127.0.0.1 port 6379: SET app:x x'],
  },
  {
    title: 'a user whose password nobody knows',
    before: [`user app on #${'a'.repeat(64)} ~* +get`],
    after: [`user app on #${'b'.repeat(64)} ~* +get`],
    effect: 'safe',
    violations: ['takes app: log in with the password #aaaaaaaa'],
  },
  {
    title: 'what that user may do',
    before: [`user app on #${'a'.repeat(64)} ~* +get`],
    after: [`user app on #${'a'.repeat(64)} ~* +set`],
    effect: 'safe',
    violations: ['takes app: GET law:key'],
  },
  {
    title: 'the new name of a command',
    before: ['rename-command CONFIG settings'],
    after: ['# rename-command CONFIG settings'],
    effect: 'safe',
    violations: ['takes a stranger from here at 127.0.0.1 port 6379: settings GET maxmemory'],
  },
  {
    title: 'a client certificate that is asked for',
    before: [...TLS, 'requirepass secret', 'tls-auth-clients no'],
    after: [...TLS, 'requirepass secret', 'tls-auth-clients yes'],
    effect: 'safe',
    violations: ['takes the password 1 from elsewhere at 10.77.0.1 port 6379: PING'],
  },
  {
    title: 'what refuses writes only once a disk fails',
    before: ['stop-writes-on-bgsave-error no'],
    after: ['stop-writes-on-bgsave-error yes'],
    effect: 'safe',
    violations: ['takes stop-writes-on-bgsave-error: "no", then "yes"'],
  },
  {
    title: 'a smaller output buffer',
    before: ['client-output-buffer-limit pubsub 0 0 0'],
    after: ['client-output-buffer-limit pubsub 32mb 8mb 60'],
    effect: 'safe',
    violations: ['takes client-output-buffer-limit: '],
  },
  {
    title: 'a line that the server refuses',
    before: ['maxmemory 1gb'],
    after: ['maxmemory 1xb'],
    effect: 'data',
    violations: ['breaks line 1: argument must be a memory value'],
  },
  {
    title: 'a file that starts at last, and open',
    before: ['protected-mode no', 'nosuch 1'],
    after: ['protected-mode no'],
    effect: 'safe',
    violations: ['opens 10.77.0.1 port 6379'],
  },
  {
    title: 'a file that starts at last, and closed',
    before: ['protected-mode yes', 'nosuch 1'],
    after: ['protected-mode yes'],
    effect: 'safe',
    violations: [],
  },
  {
    title: 'a password of a Sentinel',
    file: 'sentinel.conf',
    before: ['protected-mode no', 'sentinel monitor main 10.0.0.9 6379 2'],
    after: ['protected-mode no', 'sentinel monitor main 10.0.0.9 6379 2', 'requirepass secret'],
    effect: 'safe',
    violations: ['takes a stranger from elsewhere at 10.77.0.1 port 26379: PING'],
  },
  {
    title: 'whom a Sentinel watches',
    file: 'sentinel.conf',
    before: ['sentinel monitor main 10.0.0.9 6379 2'],
    after: ['sentinel monitor main 10.0.0.9 6379 3'],
    effect: 'none',
    violations: ['changes master main: quorum: "2", then "3"'],
  },
  {
    title: 'a user of an ACL file',
    file: 'users.acl',
    before: ['user default on >secret ~* &* +@all'],
    after: ['user default on nopass ~* &* +@all'],
    effect: 'access',
    violations: [],
  },
];

describeWithTwoHosts('the clients law', (hosts) => {
  let certificates: Certificates | undefined;
  const stage = (): Stage => {
    const target = targetOfBinary(SERVER_UNDER_TEST);
    assert.ok(target);
    return { binary: SERVER_UNDER_TEST, target, hosts: hosts(), certificates, reader: createTreeReader() };
  };
  before(() => {
    certificates = makeCertificates();
  });
  after(() => certificates?.remove());

  for (const { title, file = 'redis.conf', before, after, effect, violations } of CHANGES) {
    it(`${violations.length === 0 ? 'allows' : 'sees'} ${title}`, async () => {
      const tree = (lines: readonly string[]) => treeOf(title, `/etc/redis/${file}`, `${lines.join('\n')}\n`);
      const was = await observe(tree(before), stage());
      const found = violationsOf(was, await observe(tree(after), stage(), 'everything', was), effect);
      const said = found.map(({ kind, what }) => `${kind} ${what}`);
      for (const expected of violations)
        assert.ok(
          said.some((text) => text.startsWith(expected)),
          said.join('\n'),
        );
      if (violations.length === 0) assert.deepEqual(said, []);
    });
  }
});
