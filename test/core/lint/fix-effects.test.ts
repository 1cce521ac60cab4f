import assert from 'node:assert/strict';
import type { FileReader, Fix } from '../../../server/src/core/service.js';
import { linesWritten } from '../../../server/src/core/text/line-edit.js';
import { keepingService } from '../../support/keeping-service.js';

const service = keepingService();
const FOLDER = '/etc/redis';
const PASSWORD = 'requirepass a-long-password-of-many-words\n';

/** The first fix of a rule's first finding. */
function fixOf(
  rule: string,
  text: string,
  { name = 'redis.conf', users }: { name?: string; users?: string } = {},
): Fix {
  const reader: FileReader = {
    readFile: (path) =>
      users !== undefined && path === `${FOLDER}/users.acl`
        ? { status: 'found', text: users }
        : { status: 'unknown', reason: 'outside-root' },
    listFolder: () => ({ status: 'missing' }),
  };
  const { findings } = service.lint({ path: `${FOLDER}/${name}`, file: service.parse(text), reader });
  const fix = findings.find((finding) => finding.rule === rule)?.fixes()[0];
  assert.ok(fix, `${rule} offers a fix`);
  return fix;
}

describe('protected-mode yes', () => {
  const effects: readonly (readonly [Fix['effect'], name: string, text: string, users?: string])[] = [
    ['access', 'where the default user has no password', 'bind 0.0.0.0\n'],
    ['access', 'where nothing is said of addresses', 'port 6379\n'],
    ['safe', 'where it has one', `bind 0.0.0.0\n${PASSWORD}`],
    ['safe', 'where only this machine can connect', 'bind 127.0.0.1\n'],
    ['safe', 'where nobody can connect but over a Unix socket', 'port 0\nunixsocket /run/redis/redis.sock\n'],
    ['access', 'where the ACL file was not read', 'bind 0.0.0.0\naclfile /opt/users.acl\n'],
    ['access', 'where the ACL file lets everybody in', 'aclfile /etc/redis/users.acl\n', 'user app on >secret +@all\n'],
    [
      'safe',
      'where the ACL file switches the default user off',
      'aclfile /etc/redis/users.acl\n',
      'user default off\n',
    ],
    ['access', 'where an included file was not read', `${PASSWORD}include /opt/more.conf\n`],
    ['access', 'where a template decides', 'requirepass {{ password }}\n'],
  ];
  for (const [effect, name, text, users] of effects) {
    it(`is ${effect} ${name}`, () => {
      const fix = fixOf('net-protected-mode-off', `protected-mode no\n${text}`, users === undefined ? {} : { users });
      assert.equal(fix.effect, effect);
      assert.equal(fix.isPreferred ?? false, effect === 'safe');
    });
  }
});

describe('a fix that makes the server start', () => {
  const BOM = '\ufeff';
  const OPEN = 'bind 0.0.0.0\nprotected-mode no\n';
  const effects: readonly (readonly [Fix['effect'], name: string, rule: string, text: string, users?: string])[] = [
    ['safe', 'with a password', 'syntax-bom', `${BOM}maxmemory 1gb\n${PASSWORD}`],
    ['safe', 'on loopback', 'syntax-bom', `${BOM}maxmemory 1gb\nbind 127.0.0.1\n`],
    ['safe', 'that protected mode guards by default', 'syntax-bom', `${BOM}maxmemory 1gb\n`],
    [
      'safe',
      'that asks for certificates',
      'syntax-bom',
      `${BOM}maxmemory 1gb\n${OPEN}port 0\ntls-port 6379\ntls-cert-file a\ntls-key-file b\ntls-ca-cert-file c\n`,
    ],
    ['access', 'that is open to strangers', 'syntax-bom', `${BOM}maxmemory 1gb\n${OPEN}`],
    ['access', 'that an old one may open by its bind line', 'syntax-bom', `${BOM}maxmemory 1gb\nbind 0.0.0.0\n`],
    ['access', 'by a line about who can connect', 'syntax-key-equals', `bind=10.0.0.5\n${PASSWORD}`],
    ['safe', 'by a line about anything else', 'syntax-key-equals', `maxmemory=1gb\n${PASSWORD}`],
    [
      'access',
      'where another user takes any password',
      'syntax-bom',
      `${BOM}maxmemory 1gb\nuser default off\nuser app on nopass +@all\n`,
    ],
  ];
  for (const [effect, name, rule, text] of effects) {
    it(`is ${effect}: one ${name}`, () => assert.equal(fixOf(rule, text).effect, effect));
  }

  it('is for review in an ACL file that leaves the default user open, and safe in one that does not', () => {
    const fixIn = (users: string) =>
      fixOf('acl-comment-in-aclfile', `# Users\n${users}`, { name: 'valkey.acl' }).effect;
    assert.equal(fixIn('user app on >a-long-password +@read\n'), 'access');
    assert.equal(fixIn('user default off\n'), 'safe');
  });
});

describe('a fix that older servers refuse', () => {
  const NAMED = '# redis-conf-lint-target redis 7.2\n';
  const fixes: readonly (readonly [rule: string, text: string, named: Fix['effect'], consequence: RegExp])[] = [
    ['version-deprecated-alias', 'slaveof 10.0.0.5 6379\n', 'none', /^Redis before 5\.0 refuses the new name\.$/],
    ['version-deprecated-alias', 'lua-time-limit 100\n', 'none', /^Redis before 7\.0 refuses the new name\.$/],
    ['net-bind-strict-ipv6', 'bind 127.0.0.1 ::1\n', 'safe', /^Redis before 6\.2 refuses "-::1"\.$/],
    [
      'acl-dangerous-commands',
      'user app on >a-long-password ~* -@all +config|set\n',
      'access',
      /; Redis before 7\.0 refuses "-config\|set"\.$/,
    ],
  ];
  for (const [rule, text, named, consequence] of fixes) {
    it(`is for review where the target is a guess: ${rule}`, () => {
      const guessed = fixOf(rule, text);
      assert.equal(guessed.effect, 'access');
      assert.match(guessed.consequence ?? '', consequence);
    });

    it(`follows a target that is named: ${rule}`, () => {
      const fix = fixOf(rule, NAMED + text);
      assert.equal(fix.effect, named);
      assert.doesNotMatch(fix.consequence ?? '', /Redis before/);
    });
  }

  it('says so of a value that came later', () => {
    const consequenceOf = (text: string) => fixOf('syntax-enum', text).consequence ?? '';
    assert.match(consequenceOf('maxmemory-policy allkeys-lmr\n'), /; Redis 6\.2 refuses it\.$/);
    assert.doesNotMatch(consequenceOf(`maxmemory-policy allkeys-lruu\n`), /refuses/);
    const named = '# redis-conf-lint-target redis 8.6\nmaxmemory-policy allkeys-lmr\n';
    assert.doesNotMatch(consequenceOf(named), /refuses/);
  });

  it('writes the IPv6 loopback address only for a target that is named', () => {
    const written = (text: string) => fixOf('net-bind-missing', text).edits.flatMap(linesWritten);
    assert.deepEqual(written('port 6379\n'), ['bind 127.0.0.1']);
    assert.deepEqual(written(`${NAMED}port 6379\n`), ['bind 127.0.0.1 -::1']);
  });
});
