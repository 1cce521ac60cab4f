import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editFile, parseFile, textOf } from '../../server/src/core/syntax/config-file.js';

const line = fc.constantFrom(
  '',
  '# prose about what follows here',
  '#',
  'port 6379',
  '# requirepass foobared',
  '### NETWORK ###',
  '"',
  '#'.repeat(5000),
);
const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
const position = fc.record({ line: fc.nat(9), character: fc.oneof(fc.nat(12), fc.nat(5001)) });

describe('the lines that tell something', () => {
  it('are directives, broken lines, and comments that are more than prose', () => {
    const lines = [
      '# what the next line is for',
      'port 6379',
      '',
      "'",
      '# requirepass foobared',
      '##### SECURITY #####',
    ];
    const notes = ['# redis-conf-lint-target redis 7.2', '# {{ ansible_managed }} and so on and on'];
    const { lines: parsed } = parseFile([...lines, ...notes].join('\n'));
    assert.deepEqual(
      Array.from(parsed.telling(), ([line]) => line),
      [1, 3, 4, 5, 6, 7],
    );
  });

  it('are after any edit what they are for the text as a whole, and so are long ones', () => {
    fc.assert(
      fc.property(text, position, position, text, (before, a, b, newText) => {
        const [start, end] = a.line < b.line || (a.line === b.line && a.character <= b.character) ? [a, b] : [b, a];
        const edited = editFile(parseFile(before), { range: { start, end }, newText });
        assert.deepEqual(edited, parseFile(textOf(edited)));
      }),
    );
  });
});
