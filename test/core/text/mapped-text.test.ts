import assert from 'node:assert/strict';
import {
  asWhole,
  joined,
  type MappedText,
  type OffsetSpan,
  offsetOf,
  originOf,
  partOf,
  unmapped,
  verbatim,
} from '../../../server/src/core/text/mapped-text.js';

const DOCUMENT = 'key: "a\\"b" c';

/** `a"b c`, where the quote is written as an escape, and the blank before `c` by nobody. */
const TEXT = joined([
  verbatim(DOCUMENT, 6, 7),
  asWhole('"', { start: 7, end: 9 }),
  verbatim(DOCUMENT, 9, 10),
  unmapped(' '),
  verbatim(DOCUMENT, 12, 13),
]);

const span = (start: number, end: number): OffsetSpan => ({ start, end });

describe('a text that was made from a document', () => {
  it('is its pieces, one behind the other', () => assert.equal(TEXT.text, 'a"b c'));

  for (const [what, at, origin] of [
    ['a letter', span(0, 1), span(6, 7)],
    ['an escape', span(1, 2), span(7, 9)],
    ['a letter and the escape behind it', span(0, 2), span(6, 9)],
    ['what begins where nobody wrote', span(3, 5), span(12, 13)],
    ['what goes over that', span(2, 5), span(9, 13)],
    ['what nobody wrote', span(3, 4), undefined],
    ['no letter, behind one', span(1, 1), span(7, 7)],
    ['no letter, behind an escape', span(2, 2), span(9, 9)],
    ['no letter, at the beginning', span(0, 0), span(6, 6)],
  ] as const) {
    it(`tells where ${what} was written`, () => assert.deepEqual(originOf(TEXT, at), origin));
  }

  for (const [origin, offset] of [
    [6, 0],
    [7, 1],
    [8, 2],
    [10, 3],
    [12, 4],
    [0, undefined],
    [11, undefined],
  ] as const) {
    it(`finds offset ${origin} of the document at ${offset}`, () => assert.equal(offsetOf(TEXT, origin), offset));
  }

  it('keeps of a piece its own places, and of half an escape all of it', () => {
    const part = partOf(TEXT, 1, 3);
    assert.equal(part.text, '"b');
    assert.deepEqual([originOf(part, span(0, 1)), originOf(part, span(1, 2))], [span(7, 9), span(9, 10)]);
  });

  it('is one piece where its pieces stand beside each other in both', () => {
    const { runs }: MappedText = joined([verbatim(DOCUMENT, 0, 2), verbatim(DOCUMENT, 2, 4)]);
    assert.deepEqual(runs, [{ start: 0, length: 4, origin: 0, originLength: 4 }]);
  });

  it('is two where a separator stands between them', () => {
    const { text, runs } = joined([verbatim(DOCUMENT, 0, 2), verbatim(DOCUMENT, 2, 4)], ' ');
    assert.equal(text, 'ke y:');
    assert.deepEqual(
      runs.map(({ start, origin }) => [start, origin]),
      [
        [0, 0],
        [3, 2],
      ],
    );
  });
});
