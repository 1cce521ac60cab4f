import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, isUnambiguous } from '../../server/src/core/text/edit.js';
import { editsBetween } from '../../server/src/core/text/edits-between.js';

describe('the edits between two texts, whatever they are,', () => {
  it('make one of the other, and mean the same to everybody', () => {
    const line = fc.constantFrom('port 1', 'port 22', 'é', '', '# x\r');
    const text = fc
      .tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom('', '\n'))
      .map(([lines, end]) => lines.join('\n') + end);
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = editsBetween(before, after);
        assert.equal(applyEdits(before, edits), after);
        assert.ok(isUnambiguous(edits));
        for (const { range } of edits) {
          for (const { line: at, character } of [range.start, range.end]) {
            assert.ok(character <= (before.split('\n')[at]?.length ?? -1), `${at}:${character} is outside`);
          }
        }
      }),
      { numRuns: 2000, seed: 20261127 },
    );
  });
});
