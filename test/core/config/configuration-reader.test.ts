import assert from 'node:assert/strict';
import type {
  FileLookup,
  FileReader,
  FolderLookup,
  UnreadReason,
} from '../../../server/src/core/config/file-reader.js';
import type { Dialect } from '../../../server/src/core/config/occurrence.js';
import { configurationReader } from '../../../server/src/core/config/reading/configuration-reader.js';
import { isForeign } from '../../../server/src/core/config/reading/foreign.js';
import { createService, type LintResult } from '../../../server/src/core/service.js';

describe('a file is foreign', () => {
  const cases: readonly (readonly [what: string, isIt: boolean, text: string, dialect?: Dialect])[] = [
    ['a list of accounts', true, 'root:x:0:0:root:/root:/bin/bash\nsync:x:4:65534:sync:/bin:/bin/sync\n'],
    ['one that begins like a directive', true, 'user:x:1:1::/:\nroot:x:0:0::/:\nbin:x:2:2::/:\n'],
    [
      'a private key',
      true,
      '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----\n',
    ],
    ['an environment', true, 'USER=root\0HOME=/root\0TOKEN=none\0'],
    ['a file of variables', true, 'PORT=6379\nDATABASE_URL=none\nAPI_TOKEN=none\n'],
    ['a password alone', true, 'correct-horse-battery\n'],
    ['a program', true, '\x7fELF\x02\x01\x01\0\0\0\n\0\0 x'],
    ['JSON on one line', true, '{"auths":{"registry":{"auth":"none"}}}'],
    ['hosts that somebody knows', true, 'github.com ssh-ed25519 AAAA\ngitlab.com ssh-ed25519 AAAA\n'],
    ['an ACL file that is none', true, 'root:x:0:0:root:/root:/bin/bash\n', 'acl'],
    ['a redis.conf, to whoever wants an ACL file', true, 'port 6379\nbind 127.0.0.1\n', 'acl'],
    ['a configuration', false, 'port 6379\n'],
    ['one of a fork', false, 'server-threads 4\nactive-replica yes\n'],
    ['one of an old server', false, 'vm-enabled no\nslaveof a 1\n'],
    ['one with slips', false, 'maxmemroy 1gb\nprot 6379\ntimout 0\n'],
    ['one with separators', false, 'port: 6379\nbind=127.0.0.1\n"maxmemory" 1gb\n'],
    ['one in capitals', false, 'PORT 6379\n'],
    ['one that a template engine fills in', false, '{{ redis_extra }}\n{% if x %}\nport 6379\n'],
    ['one with as many unknown directives as known ones', false, 'port 6379\nsome-new-directive yes\n'],
    ['one that begins with a byte order mark', false, '\ufeffport 6379\n'],
    ['one with module settings', false, 'search-timeout 100\nts-compaction-policy none\n'],
    ['one of Sentinel', false, 'sentinel monitor m 127.0.0.1 6379 2\n', 'sentinel'],
    ['an ACL file', false, 'user default off\n\nuser a on\n', 'acl'],
    ['an ACL file with slips', false, 'usr a on\n', 'acl'],
    ['an ACL file with a hidden line end', false, 'user a ~x\0 nosuch\ny on\n', 'acl'],
    ['one unknown setting alone', false, 'nosuch 1\n'],
    ['nothing', false, ''],
    ['comments', false, '# root:x:0:0\n#PATH=/bin\n'],
  ];
  for (const [what, isIt, text, dialect = 'server'] of cases) {
    it(`${isIt ? '' : 'not '}when it is ${what}`, () => assert.equal(isForeign(text, dialect), isIt));
  }
});

describe('a configuration sees', () => {
  const where = { rootPath: '/etc/redis/redis.conf', around: '/etc', mounts: [] };
  /** Nothing is there but one empty folder. */
  const reader = configurationReader(
    {
      readFile: () => ({ status: 'missing' }),
      listFolder: (folder) => (folder === '/srv' ? { status: 'found', names: [] } : { status: 'missing' }),
    },
    where,
    'server',
  );
  const reasonOf = (found: FileLookup | FolderLookup) => ('reason' in found ? found.reason : found.status);

  it('what is missing around it as missing, and elsewhere where the folder is there', () => {
    assert.equal(reasonOf(reader.readFile('/etc/redis/conf.d/a.conf')), 'missing');
    assert.equal(reasonOf(reader.listFolder('/etc/redis/conf.d')), 'missing');
    assert.equal(reasonOf(reader.readFile('/etc/common/a.conf')), 'missing');
    assert.equal(reasonOf(reader.readFile('/srv/a.conf')), 'missing');
  });

  it('what is missing together with its folder as of another machine', () => {
    assert.equal(reasonOf(reader.readFile('/srv/conf.d/a.conf')), 'another-machine');
    assert.equal(reasonOf(reader.listFolder('/srv/conf.d')), 'another-machine');
    assert.equal(reasonOf(reader.readFile('/etc-2/a.conf')), 'another-machine');
  });
});

describe('what was not read', () => {
  const ROOT = '/etc/redis/redis.conf';
  const lint = (text: string, answer: FileLookup): LintResult => {
    const service = createService();
    const reader: FileReader = {
      readFile: (path) => (path === '/other' ? answer : { status: 'missing' }),
      listFolder: () => ({ status: 'missing' }),
    };
    return service.lint({ path: ROOT, file: service.parse(text), reader });
  };
  const unreadIn = ({ findings }: LintResult) => findings.filter(({ rule }) => rule === 'config-source-unreadable');

  const reasons: readonly (readonly [reason: UnreadReason, severity: string])[] = [
    ['another-machine', 'hint'],
    ['outside-root', 'hint'],
    ['forbidden', 'warning'],
    ['special', 'warning'],
    ['too-large', 'warning'],
    ['foreign', 'warning'],
    ['budget', 'warning'],
    ['failed', 'warning'],
    ['not-loaded', 'hint'],
  ];
  for (const [reason, severity] of reasons) {
    for (const line of ['include /other', 'aclfile /other']) {
      it(`because of ${reason} is told at "${line}", and leaves open whether the server starts`, () => {
        const result = lint(line, { status: 'unknown', reason });
        assert.equal(unreadIn(result)[0]?.severity, severity);
        assert.equal(result.verdict.starts, 'unknown');
        assert.ok(unreadIn(result).every(({ message }) => message.length <= 160 && message.includes('"/other"')));
      });
    }
  }

  it('of a foreign file is quoted nowhere, by no rule', () => {
    const canary = 'c4nary';
    const text = `${canary}:x:0:0:${canary}:/${canary}\n${canary} ${canary}\n"${canary}\nuser ${canary} on >${canary}\n`;
    for (const line of ['include /other', 'aclfile /other']) {
      const result = lint(line, { status: 'found', text });
      assert.equal(unreadIn(result).length, 1);
      assert.ok(!JSON.stringify(result.findings).includes(canary));
      assert.deepEqual(
        result.config.files.map(({ path }) => path),
        [ROOT],
      );
    }
  });
});
