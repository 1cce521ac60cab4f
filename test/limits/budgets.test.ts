import assert from 'node:assert/strict';
import type { FileReader } from '../../server/src/core/config/file-reader.js';
import { createService } from '../../server/src/core/service.js';

const FOLDER = '/etc/redis';
const SERVICE = createService();

type Files = Readonly<Record<string, string>>;

/** A file system that counts how often it is asked for a text. */
function lint(text: string, files: Files) {
  let reads = 0;
  const reader: FileReader = {
    readFile: (path) => {
      const found = files[path.slice(FOLDER.length + 1)];
      if (found === undefined) return { status: 'missing' };
      reads++;
      return { status: 'found', text: found };
    },
    listFolder: () => ({ status: 'found', names: Object.keys(files) }),
  };
  const result = SERVICE.lint({ path: `${FOLDER}/redis.conf`, file: SERVICE.parse(text), reader });
  return { ...result, reads };
}

const many = (count: number, nameAt: (index: number) => string, textAt: (index: number) => string): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [nameAt(index), textAt(index)]));
const inTwo = (index: number): string => `include ${index + 1}\ninclude ${index + 1}\n`;

describe('what includes may cost', () => {
  const within: readonly (readonly [what: string, text: string, files: Files])[] = [
    [
      'a thousand files',
      'include *.part\n',
      many(
        1000,
        (index) => `${index}.part`,
        () => 'timeout 5\n',
      ),
    ],
    ['a small file, again and again', 'include a\n'.repeat(3000), { a: 'timeout 5\n' }],
    ['a large file, some times', 'include a\n'.repeat(10), { a: 'timeout 5\n'.repeat(10_000) }],
  ];
  for (const [what, text, files] of within) {
    it(`covers ${what}`, () => assert.deepEqual(lint(text, files).config.unread, []));
  }

  const beyond: readonly (readonly [what: string, text: string, files: Files, mostReads: number])[] = [
    [
      'more than a thousand files',
      'include *.part\n',
      many(
        1001,
        (index) => `${index}.part`,
        () => 'timeout 5\n',
      ),
      1000,
    ],
    ['two to the power of 19 of them', inTwo(-1), { ...many(18, String, inTwo), 18: 'timeout 5\n' }, 20_000],
    ['a large file again and again', 'include a\n'.repeat(100), { a: 'timeout 5\n'.repeat(10_000) }, 12],
    [
      'files that include each other too deep',
      'include 0\n',
      many(30, String, (index) => `include ${index + 1}\n`),
      20,
    ],
    ['a pattern for many folders', 'include */*/*/*\n', many(40, String, () => ''), 0],
    ['a pattern that is longer than paths', `include ${'*'.repeat(5000)}\n`, {}, 0],
  ];
  for (const [what, text, files, mostReads] of beyond) {
    it(`does not cover ${what}, which is said once and leaves open whether the server starts`, () => {
      const {
        config,
        findings,
        verdict: { starts },
        reads,
      } = lint(text, files);
      assert.deepEqual(
        config.unread.map(({ reason }) => reason),
        ['budget'],
      );
      assert.equal(findings.filter(({ rule }) => rule === 'config-source-unreadable').length, 1);
      assert.equal(starts, 'unknown');
      assert.ok(reads <= mostReads, `${reads} reads`);
    });
  }
});
