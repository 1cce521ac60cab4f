import { comparePositions, type Position, type Range, startsOfLines } from './span.js';

/** Replaces the text in `range` by `newText`; an empty range inserts. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** What an edit touches decides about others, not what it writes. */
type Touching = Pick<TextEdit, 'range'>;

/** Whether two edits touch the same text; two insertions at one place don't. */
export function editsOverlap(a: Touching, b: Touching): boolean {
  return comparePositions(a.range.start, b.range.end) < 0 && comparePositions(b.range.start, a.range.end) < 0;
}

/**
 * Whether the text that two edits give depends on which comes first, or on what the other one leaves: they overlap, or
 * one inserts where the other begins or ends.
 */
export function editsCollide(a: Touching, b: Touching): boolean {
  if (editsOverlap(a, b)) return true;
  if (!isInsertion(a) && !isInsertion(b)) return false;
  return comparePositions(a.range.start, b.range.end) <= 0 && comparePositions(b.range.start, a.range.end) <= 0;
}

/**
 * Whether a list of edits of one text means the same to every editor: no text is edited twice, and only insertions
 * begin at one place, to be made in the order given.
 */
export function isUnambiguous(edits: readonly TextEdit[]): boolean {
  const sorted = inOrder(edits);
  return sorted.every((edit, index) => {
    const before = sorted[index - 1];
    if (!before || (isInsertion(before) && isInsertion(edit))) return true;
    return (
      comparePositions(before.range.end, edit.range.start) <= 0 &&
      comparePositions(before.range.start, edit.range.start) < 0
    );
  });
}

/**
 * The text after all edits, whose ranges refer to the text before. Insertions at one place are made in the order given,
 * and before what stands there is replaced.
 * @throws RangeError when two edits overlap: applying either would spoil the other.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lineStarts = startsOfLines(text);
  const parts: string[] = [];
  let done = 0;
  for (const { range, newText } of inOrder(edits)) {
    const start = offsetOf(range.start, lineStarts, text.length);
    if (start < done) throw new RangeError('edits overlap');
    parts.push(text.slice(done, start), newText);
    done = Math.max(start, offsetOf(range.end, lineStarts, text.length));
  }
  return parts.join('') + text.slice(done);
}

const isInsertion = ({ range: { start, end } }: Touching): boolean => comparePositions(start, end) === 0;

/** Sorting keeps the order of what is equal. */
function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort(
    (a, b) => comparePositions(a.range.start, b.range.start) || comparePositions(a.range.end, b.range.end),
  );
}

function offsetOf(position: Position, lineStarts: readonly number[], length: number): number {
  const start = lineStarts[position.line];
  if (start === undefined) return length;
  const nextStart = lineStarts[position.line + 1] ?? length + 1;
  return Math.min(start + position.character, nextStart - 1);
}
