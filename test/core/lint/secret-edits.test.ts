import assert from 'node:assert/strict';
import type { Dialect } from '../../../server/src/core/config/occurrence.js';
import { configurationShown } from '../../../server/src/core/config/showing/lines-shown.js';
import { catalogFor } from '../../../server/src/core/directives/catalog.js';
import { NEWEST_REDIS } from '../../../server/src/core/directives/target.js';
import { holdsSecret } from '../../../server/src/core/lint/secret-edits.js';
import { GENERATED_SECRET } from '../../../server/src/core/rules/rule.js';
import { parseFile } from '../../../server/src/core/syntax/config-file.js';
import type { LineEdit } from '../../../server/src/core/text/line-edit.js';

const replace = (line: number, start: number, end: number, text: string): LineEdit => ({
  kind: 'replace',
  line,
  at: { start, end },
  text,
});

describe('an edit holds a secret', () => {
  const cases: readonly (readonly [
    isSecret: boolean,
    what: string,
    text: string,
    edit: LineEdit,
    dialect?: Dialect,
  ])[] = [
    [false, 'that takes a password away', 'requirepass abc\n', replace(0, 12, 15, '')],
    [true, 'that moves a password behind a new name', 'requirepas abc\n', replace(0, 0, 14, 'requirepass abc')],
    [true, 'that writes a line with a password', 'port 1\n', { kind: 'insert', before: 1, lines: ['requirepass abc'] }],
    [
      true,
      'that moves a word of a refused line to where it would be shown',
      'dir a s3cret\n',
      replace(0, 4, 12, '"a s3cret"'),
    ],
    [false, 'that corrects a refused value', 'appendfsync sometimes\n', replace(0, 12, 21, 'everysec')],
    [true, 'that waits for a generated one', 'port 1\n', replace(0, 5, 6, GENERATED_SECRET)],
    [true, 'that puts a password into an ACL file', 'user a on\n', replace(0, 9, 9, ' >abc'), 'acl'],
    [false, 'that removes the line of a password', 'port 1\nuser a on >abc\n', { kind: 'remove', line: 1 }, 'acl'],
    [false, 'that changes a port', 'port 1\n', replace(0, 5, 6, '2')],
    [false, 'that renames the directive before a password', 'requirepas abc\n', replace(0, 0, 10, 'requirepass')],
    [false, 'beside a password', 'user a on >abc ~*\n', replace(0, 15, 17, '~x'), 'acl'],
  ];
  for (const [isSecret, what, text, edit, dialect = 'server'] of cases) {
    const context = { catalog: catalogFor(NEWEST_REDIS), dialect };
    const file = parseFile(text);
    it(`${isSecret ? '' : 'not '}${what}`, () =>
      assert.equal(holdsSecret(file, configurationShown(file, context), edit), isSecret));
  }
});
