import assert from 'node:assert/strict';
import type { Dialect } from '../../../server/src/core/config/occurrence.js';
import { catalogFor } from '../../../server/src/core/directives/catalog.js';
import { NEWEST_REDIS } from '../../../server/src/core/directives/target.js';
import { holdsSecret } from '../../../server/src/core/lint/secret-edits.js';
import { GENERATED_SECRET } from '../../../server/src/core/rules/rule.js';
import { parseFile } from '../../../server/src/core/syntax/config-file.js';

type Place = readonly [line: number, start: number, end: number];

describe('an edit holds a secret', () => {
  const cases: readonly (readonly [
    isSecret: boolean,
    what: string,
    text: string,
    at: Place,
    newText: string,
    dialect?: Dialect,
  ])[] = [
    [false, 'that takes a password away', 'requirepass abc\n', [0, 12, 15], ''],
    [true, 'that moves a password behind a new name', 'requirepas abc\n', [0, 0, 14], 'requirepass abc'],
    [true, 'that writes a line with a password', 'port 1\n', [1, 0, 0], 'requirepass abc\n'],
    [
      true,
      'that moves a word of a refused line to where it would be shown',
      'dir a s3cret\n',
      [0, 4, 12],
      '"a s3cret"',
    ],
    [false, 'that corrects a refused value', 'appendfsync sometimes\n', [0, 12, 21], 'everysec'],
    [true, 'that waits for a generated one', 'port 1\n', [0, 5, 6], GENERATED_SECRET],
    [true, 'that puts a password into an ACL file', 'user a on\n', [0, 9, 9], ' >abc', 'acl'],
    [false, 'that removes the line of a password', 'port 1\nuser a on >abc\n', [1, 0, 14], '', 'acl'],
    [false, 'that changes a port', 'port 1\n', [0, 5, 6], '2'],
    [false, 'that renames the directive before a password', 'requirepas abc\n', [0, 0, 10], 'requirepass'],
    [false, 'beside a password', 'user a on >abc ~*\n', [0, 15, 17], '~x', 'acl'],
  ];
  for (const [isSecret, what, text, [line, start, end], newText, dialect = 'server'] of cases) {
    it(`${isSecret ? '' : 'not '}${what}`, () => {
      const range = { start: { line, character: start }, end: { line, character: end } };
      assert.equal(
        holdsSecret(
          parseFile(text),
          { catalog: catalogFor(NEWEST_REDIS), dialect },
          { source: '/x.conf', range, newText },
        ),
        isSecret,
      );
    });
  }
});
