import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editFile, parseFile, reparseFile, textOf } from '../../server/src/core/syntax/config-file.js';
import type { LexicalRules } from '../../server/src/core/syntax/word.js';

const VALKEY_9: LexicalRules = { closingQuoteContinues: true, dropsByteFF: true };
const COMMON: LexicalRules = { closingQuoteContinues: false, dropsByteFF: false };

/** Texts of what matters to the splitting of words, and of anything else. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', "'", '\\', '\\x41', '\\xff', ' ', '\t', '\v', '\r', '\n', '#', '\0', 'port', 'é', '\xff'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const rules = fc.constantFrom(COMMON, VALKEY_9);
const position = fc.record({ line: fc.nat({ max: 8 }), character: fc.nat({ max: 12 }) });

describe('syntax', () => {
  it('loses nothing', () => {
    fc.assert(fc.property(texts, rules, (text, rules) => assert.equal(textOf(parseFile(text, { rules })), text)));
  });

  it('slices every word back to its source, in order', () => {
    fc.assert(
      fc.property(texts, rules, (text, rules) => {
        for (const [, line] of parseFile(text, { rules }).lines.entries()) {
          if (line.kind !== 'directive' && line.kind !== 'malformed') continue;
          const words = line.kind === 'directive' ? [line.name, ...line.args] : line.words;
          let end = 0;
          for (const word of words) {
            assert.ok(word.start >= end && word.end > word.start);
            assert.equal(line.text.slice(word.start, word.end), word.raw);
            end = word.end;
          }
        }
      }),
    );
  });

  it('gives words of bytes', () => {
    fc.assert(
      fc.property(texts, rules, (text, rules) => {
        for (const [, line] of parseFile(text, { rules }).lines.entries()) {
          if (line.kind !== 'directive') continue;
          for (const { value } of [line.name, ...line.args]) assert.doesNotMatch(value, /[^\x00-\xff]/);
        }
      }),
    );
  });

  it('edits to what a full parse gives', () => {
    fc.assert(
      fc.property(texts, position, position, texts, rules, (text, a, b, newText, rules) => {
        const [start, end] = a.line < b.line || (a.line === b.line && a.character <= b.character) ? [a, b] : [b, a];
        const edited = editFile(parseFile(text, { rules }), { range: { start, end }, newText });
        const whole = parseFile(textOf(edited), { rules });
        assert.deepEqual(edited.lines, whole.lines);
        assert.deepEqual([...edited.lines.telling()], [...whole.lines.telling()]);
        assert.deepEqual(edited.lines.long, whole.lines.long);
        assert.ok(edited.mayHoldNul || !whole.mayHoldNul);
      }),
    );
  });

  it("reads a file by another version's rules as a full parse does", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const again = reparseFile(parseFile(text), VALKEY_9);
        assert.deepEqual(again.lines, parseFile(text, { rules: VALKEY_9 }).lines);
      }),
    );
  });
});
