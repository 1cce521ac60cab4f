import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Position, TextEdit } from 'vscode-languageserver';
import { applyEdits } from '../../server/src/core/text/edit.js';
import { editedPlaces, firstLineOf, positionAfter } from '../../server/src/lsp/documents/edited-places.js';

const START: Position = { line: 0, character: 0 };
const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });

/** A text in pieces, each second of which is replaced. */
const editedText = fc.array(fc.record({ kept: text, replaced: text, newText: text }), { minLength: 1, maxLength: 5 });

describe('places of edits', () => {
  it('hold what the edits brought in', () => {
    fc.assert(
      fc.property(editedText, (pieces) => {
        let before = '';
        const edits = pieces.map(({ kept, replaced, newText }): TextEdit => {
          const start = positionAfter(START, before + kept);
          before += kept + replaced;
          return { range: { start, end: positionAfter(START, before) }, newText };
        });
        const after = applyEdits(before, edits);
        for (const { range, newText } of editedPlaces(edits))
          assert.equal(textIn(after, range.start, range.end), newText);
      }),
    );
  });

  const cases: readonly (readonly [name: string, newText: string, first: readonly number[]])[] = [
    ['a word', 'yes', [3, 5, 3, 8]],
    ['lines above', 'requirepass x\nport 1\n', [3, 5, 3, 18]],
    ['lines below', '\nrequirepass x\nport 1', [4, 0, 4, 13]],
    ['lines below, with Windows line ends', '\r\nrequirepass x\r\nport 1', [4, 0, 4, 13]],
    ['nothing, where something is removed', '', [3, 5, 3, 5]],
    ['an empty line', '\n', [3, 5, 3, 5]],
  ];
  for (const [name, newText, first] of cases) {
    it(`begin with their first line: ${name}`, () => {
      const start = { line: 3, character: 5 };
      const [place] = editedPlaces([{ range: { start, end: start }, newText }]);
      assert.ok(place);
      const range = firstLineOf(place);
      assert.deepEqual([range.start.line, range.start.character, range.end.line, range.end.character], first);
    });
  }
});

function textIn(whole: string, start: Position, end: Position): string {
  const lineStarts = [0, ...[...whole.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = ({ line, character }: Position) => (lineStarts[line] ?? 0) + character;
  return whole.slice(offset(start), offset(end));
}
