import assert from 'node:assert/strict';
import { hover } from '../../../server/src/core/features/hover.js';
import { createService, type Finding, fileLinks, type LintRequest } from '../../../server/src/core/service.js';
import { type FilesInMemory, filesInMemory } from '../../support/files-in-memory.js';

const service = createService();
const ROOT = '/w/conf/redis.conf';
const OPEN = 'user default on nopass ~* &* +@all\n';

function lint(text: string, files: FilesInMemory = {}, request: Partial<LintRequest> = {}) {
  const reader = filesInMemory({ [ROOT]: text, '/etc/passwd': '', ...files });
  return service.lint({ path: ROOT, file: service.parse(text), reader, root: '/w', ...request });
}
const rulesOf = ({ findings }: { readonly findings: readonly Finding[] }) => findings.map(({ rule }) => rule);

describe('a path of another machine', () => {
  const ACL = 'aclfile /usr/local/etc/redis/users.acl\n';
  const INCLUDE = 'include /usr/local/etc/redis/net.conf\n';
  const GLOB = 'include /usr/local/etc/redis/conf.d/*.conf\n';
  const NET = 'bind 127.0.0.1\n';
  const cases: readonly (readonly [
    what: string,
    text: string,
    files: FilesInMemory,
    taken: readonly string[],
    request?: Partial<LintRequest>,
  ])[] = [
    ['stands beside the configuration', ACL, { '/w/conf/users.acl': OPEN }, ['/w/conf/users.acl']],
    ['stands in one folder below', ACL, { '/w/conf/acl/users.acl': OPEN }, ['/w/conf/acl/users.acl']],
    ['stands in one folder beside', ACL, { '/w/acl/users.acl': OPEN }, ['/w/acl/users.acl']],
    [
      'stands beside it and below: beside counts',
      ACL,
      { '/w/conf/users.acl': OPEN, '/w/conf/a/users.acl': '' },
      ['/w/conf/users.acl'],
    ],
    ['stands in two folders', ACL, { '/w/conf/a/users.acl': OPEN, '/w/acl/users.acl': OPEN }, []],
    ['stands deeper', ACL, { '/w/conf/a/b/users.acl': OPEN }, []],
    ['stands above', ACL, { '/w/users.acl': OPEN }, []],
    ['stands nowhere', ACL, {}, []],
    ['stands beside, above the root', ACL, { '/acl/users.acl': OPEN }, [], { root: '/w/conf' }],
    ['stands beside, and nobody knows the root', ACL, { '/w/acl/users.acl': OPEN }, [], { root: undefined }],
    [
      'stands beside, below the current folder',
      ACL,
      { '/w/acl/users.acl': OPEN },
      ['/w/acl/users.acl'],
      { root: undefined, currentFolder: '/w' },
    ],
    [
      'stands in a folder of other people',
      ACL,
      { '/w/conf/node_modules/users.acl': OPEN, '/w/conf/.git/users.acl': OPEN },
      [],
    ],
    [
      'comes behind a folder of another machine',
      'dir /data\naclfile users.acl\n',
      { '/w/conf/users.acl': OPEN },
      ['/w/conf/users.acl'],
    ],
    ['is an include', INCLUDE, { '/w/conf/net.conf': NET }, ['/w/conf/net.conf']],
    [
      'is a pattern',
      GLOB,
      { '/w/conf/conf.d/a.conf': NET, '/w/conf/conf.d/b.conf': '' },
      ['/w/conf/conf.d/a.conf', '/w/conf/conf.d/b.conf'],
    ],
    ['is a pattern in a folder beside', GLOB, { '/w/conf.d/a.conf': NET }, ['/w/conf.d/a.conf']],
    ['is a pattern in two folders', GLOB, { '/w/conf.d/a.conf': NET, '/w/conf/conf.d/a.conf': NET }, []],
    [
      'is a pattern that would match the configuration itself',
      'include /etc/conf/*.conf\n',
      { '/w/conf/net.conf': NET },
      [],
    ],
    ['is the configuration by its name', 'include /usr/local/etc/redis.conf\n', {}, []],
    ['is a key', 'tls-key-file /run/secrets/tls.key\n', { '/w/conf/tls.key': 'secret' }, ['/w/conf/tls.key']],
    ['is a module', 'loadmodule /opt/lib/search.so\n', { '/w/conf/search.so': '' }, ['/w/conf/search.so']],
    // Of this machine.
    ['has its folder here', 'aclfile /etc/users.acl\n', { '/w/conf/users.acl': OPEN }, []],
    ['is relative', 'aclfile acl/users.acl\n', { '/w/conf/users.acl': OPEN }, []],
    ['is relative and leads out', 'include ../../x/net.conf\n', { '/w/conf/net.conf': NET }, []],
    ['belongs to the project', 'include /w/common/net.conf\n', { '/w/conf/net.conf': NET }, []],
  ];
  for (const [what, text, files, taken, request] of cases) {
    it(`${what}: ${taken.length === 0 ? 'nothing' : taken.join(', ')} is taken for it`, () =>
      assert.deepEqual(
        lint(text, files, request).config.takenFor.map(({ path }) => path),
        taken,
      ));
  }

  it('is no reason to refuse to start, and what hangs on it is unknown', () => {
    for (const text of [ACL, INCLUDE, GLOB]) {
      const result = lint(text);
      assert.equal(result.verdict.starts, 'unknown', text);
      assert.ok(rulesOf(result).includes('config-source-unreadable'), text);
      assert.ok(!result.findings.some(({ isFatal }) => isFatal), text);
    }
  });

  it('keeps the server from starting where its folder is here', () => {
    const result = lint('aclfile /etc/users.acl\n');
    assert.equal(result.verdict.starts, 'no');
    assert.ok(rulesOf(result).includes('acl-aclfile-missing'));
  });

  it('of a key is looked for and never read', () => {
    const asked: string[] = [];
    const text = 'tls-key-file /run/secrets/tls.key\n';
    const reader = filesInMemory({ '/w/conf/tls.key': 'secret' }, asked);
    const {
      verdict: { starts },
    } = service.lint({ path: ROOT, file: service.parse(text), reader, root: '/w' });
    assert.deepEqual([asked.some((path) => path.endsWith('tls.key')), starts], [false, 'yes']);
  });
});

describe('a file that is taken for another', () => {
  const text = 'bind 0.0.0.0\nprotected-mode no\naclfile /usr/local/etc/redis/users.acl\nslave-read-only yes\n';
  const named = { target: { product: 'redis', version: { major: 7, minor: 2, patch: 999 } } } as const;
  const open = lint(text, { '/w/conf/users.acl': OPEN }, named);
  const finding = (rule: string, { findings } = open) => findings.find((each) => each.rule === rule);

  it('is judged, and its findings say for what it was taken', () => {
    const found = finding('auth-default-user-nopass');
    assert.equal(found?.severity, 'error');
    assert.equal(found?.at.source, '/w/conf/users.acl');
    const [place] = found?.related.filter(({ message }) => message.includes('taken for')) ?? [];
    assert.equal(place?.message, '"users.acl" is taken for "/usr/local/etc/redis/users.acl", which is named here.');
    assert.deepEqual([place?.at.source, place?.at.line], [ROOT, 2]);
  });

  it('keeps nobody from starting for sure', () => {
    const result = lint(text, { '/w/conf/users.acl': '# users\nuser default off\n' }, named);
    const comment = finding('acl-comment-in-aclfile', result);
    assert.deepEqual([comment?.severity, comment?.isFatal, result.verdict.starts], ['error', false, 'unknown']);
  });

  it('makes a fix that hangs on who gets in one for review', () => {
    const protectedMode = (line: string) => {
      const result = lint(
        `bind 0.0.0.0\nprotected-mode no\n${line}\n`,
        { '/w/conf/users.acl': 'user default off\n' },
        named,
      );
      return finding('net-protected-mode-off', result)?.fixes()[0];
    };
    assert.equal(protectedMode('aclfile users.acl')?.effect, 'safe');
    const fix = protectedMode('aclfile /usr/local/etc/redis/users.acl');
    assert.equal(fix?.effect, 'access');
    assert.match(fix?.consequence ?? '', /^It follows from "users\.acl", which is only taken for "\/usr/);
  });

  it('of users leaves alone what changes nothing elsewhere', () =>
    assert.equal(finding('version-deprecated-alias')?.fixes()[0]?.effect, 'none'));

  it('of directives makes every fix one for review', () => {
    const files = { '/w/conf/net.conf': 'timeout 5\nslave-serve-stale-data yes\n' };
    const { findings } = lint('include /etc/redis/net.conf\nslave-read-only yes\n', files, named);
    const fixes = findings.flatMap((each) => (each.rule === 'version-deprecated-alias' ? each.fixes() : []));
    assert.deepEqual(
      fixes.map((fix) => [fix.effect, fix.consequence]),
      Array(2).fill(['access', 'It follows from "net.conf", which is only taken for "/etc/redis/net.conf".']),
    );
  });

  it('is what a link leads to and what a hover tells', () => {
    assert.deepEqual(
      fileLinks(open.config, ROOT).map(({ path }) => path),
      ['/w/conf/users.acl'],
    );
    const shown = hover(open.config, ROOT, { line: 2, character: 10 });
    assert.match(
      JSON.stringify(shown?.contents),
      /A path of another machine; taken for it here: `\/w\/conf\/users\.acl`/,
    );
  });
});
