import assert from 'node:assert/strict';
import { expandPattern } from '../../../server/src/core/config/reading/glob.js';
import { describeWithServer } from '../../support/with-real-server.js';

const FILES = [
  '.a.conf',
  'a.conf',
  'b.conf',
  'A.conf',
  '1.conf',
  '-.conf',
  '[a.conf',
  '].conf',
  'ab.conf',
  '\u00e9.conf',
];

/** Patterns and the files that they match, in the order in which they are read. */
const TABLE: readonly (readonly [pattern: string, files: readonly string[]])[] = [
  ['*.conf', ['-.conf', '1.conf', 'A.conf', '[a.conf', '].conf', 'a.conf', 'ab.conf', 'b.conf', '\u00e9.conf']],
  ['?.conf', ['-.conf', '1.conf', 'A.conf', '].conf', 'a.conf', 'b.conf']],
  ['??.conf', ['[a.conf', 'ab.conf', '\u00e9.conf']],
  ['.*.conf', ['.a.conf']],
  ['?a.conf', ['[a.conf']],
  ['[[:alpha:]].conf', ['A.conf', 'a.conf', 'b.conf']],
  ['[![:alpha:]].conf', ['-.conf', '1.conf', '].conf']],
  ['[[:digit:][:upper:]].conf', ['1.conf', 'A.conf']],
  ['[[:foo:]a].conf', []],
  ['[a-b].conf', ['a.conf', 'b.conf']],
  ['[^a-b].conf', ['-.conf', '1.conf', 'A.conf', '].conf']],
  ['[]-].conf', ['-.conf', '].conf']],
  ['[a*.conf', ['[a.conf']],
  ['\\[a*.conf', ['[a.conf']],
  ['a*b*.conf', ['ab.conf']],
  ['*.nothing', []],
];

describe('include with a pattern', () => {
  const listing = { status: 'found', names: FILES } as const;
  const reader = { listFolder: () => listing, readFile: () => ({ status: 'missing' }) as const };
  for (const [pattern, files] of TABLE) {
    it(`${pattern} reads ${files.join(' ') || 'nothing'}`, () => {
      const found = expandPattern(pattern, '/etc/redis', reader);
      assert.deepEqual(found, { status: 'found', paths: files.map((file) => `/etc/redis/${file}`) });
    });
  }

  it('does not look at more names than the budget allows', () => {
    const names = Array.from({ length: 150 }, (_, index) => `${index}`);
    const found = expandPattern('*/*/*', '/', { ...reader, listFolder: () => ({ status: 'found', names }) });
    assert.deepEqual(found, { status: 'unknown', reason: 'budget' });
  });
});

describeWithServer('include with a pattern, on a real server', (server) => {
  it('reads the same files', async () => {
    // Each pattern has a folder of its own, and each file makes a user by whom it is known.
    const files = Object.fromEntries(
      TABLE.flatMap((_, row) => FILES.map((file, column) => [`${row}/${file}`, `user ${row}:${column}: on\n`])),
    );
    const text = TABLE.map(([pattern], row) => `include ${row}/${pattern}\n`).join('');
    const { error, replies } = await server().run({ text, files, commands: [['ACL', 'USERS']] });
    const users = (replies[0] ?? [error]) as readonly string[];
    const read = TABLE.map(([pattern], row) => [
      pattern,
      FILES.filter((_, column) => users.includes(`${row}:${column}:`)),
    ]);
    assert.deepEqual(
      read,
      TABLE.map(([pattern, matched]) => [pattern, FILES.filter((file) => matched.includes(file))]),
    );
  });
});
