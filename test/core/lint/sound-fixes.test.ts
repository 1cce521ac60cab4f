import assert from 'node:assert/strict';
import { soundFixes } from '../../../server/src/core/lint/sound-fixes.js';
import type { Fix, SourceEdit } from '../../../server/src/core/rules/rule.js';
import { createService, parseFile, sourceOfFile } from '../../../server/src/core/service.js';
import { checkBounds } from '../../support/check-bounds.js';

const PATH = '/etc/redis/redis.conf';
const files = [PATH, '/x'].map((path) => sourceOfFile(path, parseFile('port 6379\n'), 'server'));
const edit = (start: number, end: number, text: string, source = PATH): SourceEdit => ({
  kind: 'replace',
  source,
  line: 0,
  at: { start, end },
  text,
});
const fix = (...edits: readonly SourceEdit[]): Fix => ({ title: 'Change it', effect: 'safe', edits });
const PORT = edit(0, 4, 'PORT');
const VALUE = edit(5, 9, '7000');

describe('of the fixes that a rule offers', () => {
  const cases: readonly (readonly [name: string, offered: Fix, kept: readonly Fix[]])[] = [
    ['one of several edits stays', fix(PORT, VALUE), [fix(PORT, VALUE)]],
    ['one that says the same twice says it once', fix(PORT, VALUE, PORT), [fix(PORT, VALUE)]],
    [
      'one that edits two files at one place stays',
      fix(PORT, edit(0, 4, 'PORT', '/x')),
      [fix(PORT, edit(0, 4, 'PORT', '/x'))],
    ],
    ['one whose edits overlap goes', fix(PORT, edit(2, 9, 'x')), []],
    [
      'one that inserts where it replaces goes',
      fix(PORT, { kind: 'insert', source: PATH, before: 0, lines: ['# x'] }),
      [],
    ],
  ];
  for (const [name, offered, kept] of cases) {
    it(name, () => assert.deepEqual(soundFixes([offered], files), { fixes: kept, refused: [] }));
  }

  it('one that a place refuses goes, with the reason of the place', () => {
    const reason = 'Nothing can be written here.';
    const refusing = files.map((source) => ({
      ...source,
      place: { ...source.place, write: () => ({ refused: reason }) },
    }));
    assert.deepEqual(soundFixes([fix(VALUE)], refusing), {
      fixes: [],
      refused: [{ title: 'Change it', reason }],
    });
  });

  it('one for a file that is included twice edits its lines once', () => {
    const service = createService();
    const included = 'user app on >s +get\naclfile users.acl\n';
    const result = service.lint({
      path: '/etc/redis/redis.conf',
      file: service.parse('include a.conf\ninclude a.conf\n'),
      reader: {
        readFile: (name) => ({ status: 'found', text: name.endsWith('/a.conf') ? included : '' }),
        listFolder: () => ({ status: 'missing' }),
      },
    });
    const edits = result.findings.find(({ rule }) => rule === 'acl-aclfile-and-users')?.fixes()[0]?.edits;
    assert.deepEqual(
      edits?.map(({ source: path }) => path),
      ['/etc/redis/a.conf', '/etc/redis/users.acl'],
    );
    checkBounds(result, included);
  });
});
