import assert from 'node:assert/strict';
import { effectiveValue } from '../../../server/src/core/answers/effective.js';
import type { FileReader } from '../../../server/src/core/config/file-reader.js';
import type { DirectiveName } from '../../../server/src/core/directives/catalog.js';
import { createService, fileLinks, type LintResult, parseTarget } from '../../../server/src/core/service.js';

type Files = Readonly<Record<string, string>>;

const service = createService();
const FOLDER = '/etc/redis';

function readerOf(files: Files): FileReader {
  const paths = Object.keys(files).map((name) => `${FOLDER}/${name}`);
  return {
    readFile: (path) => {
      const text = files[path.slice(FOLDER.length + 1)];
      return text === undefined ? { status: 'missing' } : { status: 'found', text };
    },
    listFolder: (folder) => {
      const inside = paths.filter((path) => path.startsWith(`${folder}/`));
      const names = inside.map((path) => path.slice(folder.length + 1).split('/', 1)[0] ?? '');
      return inside.length === 0 ? { status: 'missing' } : { status: 'found', names: [...new Set(names)] };
    },
  };
}

function lint(files: Files, reader = readerOf(files)): LintResult {
  const file = service.parse(files['redis.conf'] ?? '');
  const target = parseTarget('redis-7.0.15');
  return service.lint({ path: `${FOLDER}/redis.conf`, file, target, reader, dialect: 'server' });
}

/** `code file:line`, lines from 1; a question mark where it is not fatal. */
const problemsOf = ({ config }: LintResult): readonly string[] =>
  config.problems.map(
    ({ code, at, isFatal }) => `${code} ${at.source.slice(FOLDER.length + 1)}:${at.line + 1}${isFatal ? '' : '?'}`,
  );

const shown = ({ config }: LintResult, name: DirectiveName) => effectiveValue(config, name)?.value;

describe('files that a pattern matches', () => {
  const PATTERN = 'include conf.d/*.conf\n';
  const cases: readonly (readonly [what: string, files: Files, problems: readonly string[]])[] = [
    [
      'stand for themselves where each ends its last line',
      { 'conf.d/1.conf': 'timeout 5\n', 'conf.d/2.conf': 'maxmemory x\n' },
      ['not-memory conf.d/2.conf:1'],
    ],
    [
      'stand for themselves with empty files between them',
      { 'conf.d/1.conf': '', 'conf.d/2.conf': 'timeout 5\n', 'conf.d/3.conf': '', 'conf.d/4.conf': 'timeout x' },
      ['not-integer conf.d/4.conf:1'],
    ],
    [
      'stand for themselves where CRLF ends their lines',
      { 'conf.d/1.conf': 'timeout 5\r\n', 'conf.d/2.conf': 'timeout x\r\n' },
      ['not-integer conf.d/2.conf:1'],
    ],
    [
      'run into each other without a line end',
      { 'conf.d/1.conf': '# first\ntimeout', 'conf.d/2.conf': ' x\ntimeout y\n' },
      ['include-glued-line redis.conf:1?', 'not-integer conf.d/1.conf:2', 'not-integer conf.d/2.conf:2'],
    ],
    [
      'swallow a line where a comment has no line end',
      { 'conf.d/1.conf': '# first', 'conf.d/2.conf': 'timeout x\n' },
      ['include-glued-line redis.conf:1?'],
    ],
    [
      'run into each other over a whole file',
      { 'conf.d/1.conf': 'timeout', 'conf.d/2.conf': ' ', 'conf.d/3.conf': 'x\nport 1' },
      ['include-glued-line redis.conf:1?', 'not-integer conf.d/1.conf:1'],
    ],
    [
      'run into each other over an empty file',
      { 'conf.d/1.conf': 'timeout', 'conf.d/2.conf': '', 'conf.d/3.conf': ' x\nport 1' },
      ['include-glued-line redis.conf:1?', 'not-integer conf.d/1.conf:1'],
    ],
    [
      'do no harm to each other where an empty line follows',
      { 'conf.d/1.conf': 'timeout 5', 'conf.d/2.conf': '\nmaxmemory x' },
      ['not-memory conf.d/2.conf:2'],
    ],
    [
      'begin where they begin after a line that a NUL byte hides',
      { 'conf.d/1.conf': 'timeout 5\n\0 hidden', 'conf.d/2.conf': 'maxmemory x\n' },
      ['nul-byte conf.d/1.conf:2?', 'not-memory conf.d/2.conf:1'],
    ],
  ];
  for (const [what, files, problems] of cases) {
    it(what, () => assert.deepEqual(problemsOf(lint({ 'redis.conf': PATTERN, ...files })), problems));
  }

  it('get no fix where lines run into each other, but the one that parts them', () => {
    const files = { 'conf.d/1.conf': 'bind 127.0.0.1\nslave-read-only ', 'conf.d/2.conf': 'yes\nslave-priority 5\n' };
    const { findings } = lint({ 'redis.conf': PATTERN, ...files });
    const fixes = findings.flatMap(({ rule, at, fixable }) => (fixable ? [`${rule} ${at.source}:${at.line + 1}`] : []));
    assert.deepEqual(
      fixes.filter((fix) => /deprecated|glued/.test(fix)),
      ['struct-include-glued-line /etc/redis/redis.conf:1', 'version-deprecated-alias /etc/redis/conf.d/2.conf:2'],
    );
  });

  it('are read on their own where one between them cannot be read', () => {
    const files = { 'conf.d/1.conf': 'timeout 5', 'conf.d/2.conf': 'timeout', 'conf.d/3.conf': 'maxmemory x\n' };
    const all = readerOf({ 'redis.conf': PATTERN, ...files });
    const readFile: FileReader['readFile'] = (path) =>
      path.endsWith('2.conf') ? { status: 'unknown', reason: 'forbidden' } : all.readFile(path);
    const result = lint({ 'redis.conf': PATTERN }, { ...all, readFile });
    assert.deepEqual(problemsOf(result), ['not-memory conf.d/3.conf:1']);
    assert.deepEqual(
      result.config.unread.map(({ path }) => path),
      [`${FOLDER}/conf.d/2.conf`],
    );
  });

  it('stop the server where one of them is a link to nowhere', () => {
    const all = readerOf({ 'redis.conf': PATTERN, 'conf.d/1.conf': 'timeout 5\n' });
    const reader: FileReader = {
      ...all,
      listFolder: (path) =>
        path.endsWith('conf.d') ? { status: 'found', names: ['1.conf', '2.conf'] } : all.listFolder(path),
    };
    const result = lint({ 'redis.conf': PATTERN }, reader);
    assert.deepEqual(problemsOf(result), ['include-missing redis.conf:1']);
    assert.ok(result.findings.some(({ message }) => message.startsWith('The included file "2.conf" does not exist')));
  });
});

describe('include', () => {
  const cycles: readonly (readonly [what: string, files: Files, problems: readonly string[]])[] = [
    ['a file that includes itself', { 'redis.conf': 'include redis.conf\n' }, ['include-cycle redis.conf:1']],
    [
      'two files that include each other',
      { 'redis.conf': 'include a.conf\n', 'a.conf': 'include redis.conf\n' },
      ['include-cycle a.conf:1'],
    ],
    [
      'a pattern that one of its matches includes again',
      { 'redis.conf': 'include conf.d/*.conf\n', 'conf.d/1.conf': 'include conf.d/*.conf\n' },
      ['include-cycle conf.d/1.conf:1'],
    ],
    [
      'a match that includes itself',
      { 'redis.conf': 'include conf.d/*.conf\n', 'conf.d/1.conf': 'include conf.d/1.conf\n' },
      ['include-cycle conf.d/1.conf:1'],
    ],
    [
      'matches that include each other',
      {
        'redis.conf': 'include conf.d/*.conf\n',
        'conf.d/1.conf': 'include conf.d/2*.conf\n',
        'conf.d/2.conf': 'include conf.d/1*.conf\n',
      },
      ['include-cycle conf.d/1.conf:1', 'include-cycle conf.d/2.conf:1'],
    ],
  ];
  for (const [what, files, problems] of cycles) {
    it(`has no end with ${what}`, () => assert.deepEqual(problemsOf(lint(files)), problems));
  }

  const fine: readonly (readonly [what: string, files: Files, timeout: string])[] = [
    [
      'a match that includes a later one, which is read twice',
      {
        'redis.conf': 'include conf.d/*.conf\n',
        'conf.d/1.conf': 'include conf.d/2.conf\ntimeout 3\n',
        'conf.d/2.conf': 'timeout 5\n',
      },
      '5',
    ],
    [
      'a file that is named twice',
      { 'redis.conf': 'include a.conf\ntimeout 5\ninclude a.conf\n', 'a.conf': 'timeout 7\n' },
      '7',
    ],
    [
      'the same line again, from another working directory',
      {
        'redis.conf': 'dir x/y\ninclude /etc/redis/a.conf\n',
        'a.conf': 'dir ..\ninclude b.conf\n',
        'x/b.conf': 'include /etc/redis/a.conf\n',
        'b.conf': 'timeout 5\n',
      },
      '5',
    ],
    [
      'a relative name after `dir`, seen from there',
      {
        'redis.conf': 'include a.conf\ndir sub\ninclude b.conf\n',
        'a.conf': 'timeout 3\n',
        'sub/b.conf': 'timeout 5\n',
      },
      '5',
    ],
    [
      '`dir` in an included file, which holds from there on',
      { 'redis.conf': 'include a.conf\ninclude b.conf\n', 'a.conf': 'dir sub\n', 'sub/b.conf': 'timeout 5\n' },
      '5',
    ],
    [
      '`dir` in a match: all matches are found before',
      {
        'redis.conf': 'include conf.d/*.conf\n',
        'conf.d/1.conf': 'dir sub\ninclude b.conf\n',
        'conf.d/2.conf': 'timeout 5\n',
        'sub/b.conf': 'timeout 3\n',
      },
      '5',
    ],
    ['a pattern that nothing matches', { 'redis.conf': 'timeout 5\ninclude none/*.conf\n' }, '5'],
    ['a folder, which reads as empty', { 'redis.conf': 'timeout 5\ninclude sub\n', 'sub/a.conf': 'timeout 7\n' }, '5'],
  ];
  for (const [what, files, timeout] of fine) {
    it(`takes ${what}`, () => {
      const result = lint(files);
      assert.deepEqual(problemsOf(result), []);
      assert.equal(shown(result, 'timeout'), timeout);
    });
  }

  it('reports what stands in a file that is read twice once', () => {
    const { findings } = lint({ 'redis.conf': 'include a.conf\ninclude a.conf\n', 'a.conf': 'protected-mode no\n' });
    assert.equal(findings.filter(({ rule }) => rule === 'net-protected-mode-off').length, 1);
  });

  it('finds no file of no name', () => {
    assert.deepEqual(problemsOf(lint({ 'redis.conf': 'include ""\n' })), ['include-missing redis.conf:1']);
  });

  it('reads a chain that is deeper than anybody writes only so far, and does not call it a cycle', () => {
    const chain = Array.from({ length: 60 }, (_, index) => [`${index}.conf`, `include ${index + 1}.conf\n`] as const);
    const {
      verdict: { starts },
      config,
    } = lint({ 'redis.conf': 'include 0.conf\n', ...Object.fromEntries(chain) });
    assert.equal(starts, 'unknown');
    assert.deepEqual(
      config.unread.map(({ path, reason }) => [path, reason]),
      [[`${FOLDER}/20.conf`, 'budget']],
    );
  });

  it('ends soon where each file includes the next one twice', () => {
    const fan = Array.from({ length: 18 }, (_, index) => {
      const line = `include ${index + 1}.conf\n`;
      return [`${index}.conf`, line + line] as const;
    });
    const { config } = lint({ 'redis.conf': 'include 0.conf\n', ...Object.fromEntries(fan), '18.conf': 'timeout 5\n' });
    assert.deepEqual(
      config.unread.map(({ reason }) => reason),
      ['budget'],
    );
  });
});

describe('words that name files', () => {
  it('lead where the server looks, from the working directory of the line or of the end', () => {
    const files = {
      'redis.conf':
        'include a.conf\naclfile users.acl\ntls-cert-file /tls/a.pem\ndir sub\ninclude b.conf\ninclude c.d/*\n',
      'a.conf': '',
      'sub/b.conf': '',
      'sub/c.d/1': '',
      'sub/c.d/2': '',
      'sub/users.acl': 'user default off\n',
    };
    const { config } = lint(files);
    assert.deepEqual(
      config.fileReferences.map(({ directive, at, paths }) => [directive, at.line + 1, ...paths]),
      [
        ['include', 1, `${FOLDER}/a.conf`],
        ['include', 5, `${FOLDER}/sub/b.conf`],
        ['include', 6, `${FOLDER}/sub/c.d/1`, `${FOLDER}/sub/c.d/2`],
        ['aclfile', 2, `${FOLDER}/sub/users.acl`],
        ['tls-cert-file', 3, '/tls/a.pem'],
      ],
    );
    assert.equal(config.files.at(-1)?.path, `${FOLDER}/sub/users.acl`);
    assert.deepEqual(
      fileLinks(config, config.root.path).map(({ at }) => at.line + 1),
      [1, 5, 2, 3],
    );
  });
});
