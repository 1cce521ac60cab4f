import { comparePositions, type Position, type Range, startsOfLines } from './span.js';

/** Replaces the text in `range` by `newText`; an empty range inserts. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Whether two edits touch the same text; two insertions at one place don't. */
export function editsOverlap(a: TextEdit, b: TextEdit): boolean {
  return comparePositions(a.range.start, b.range.end) < 0 && comparePositions(b.range.start, a.range.end) < 0;
}

/**
 * The text after all edits, whose ranges refer to the text before.
 * Edits at one place are applied in the order given.
 * @throws RangeError when two edits overlap: applying either would spoil the other.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => comparePositions(a.edit.range.start, b.edit.range.start) || a.order - b.order)
    .map(({ edit }) => edit);
  const lineStarts = startsOfLines(text);
  const parts: string[] = [];
  let done = 0;
  for (const { range, newText } of sorted) {
    const start = offsetOf(range.start, lineStarts, text.length);
    if (start < done) throw new RangeError('edits overlap');
    parts.push(text.slice(done, start), newText);
    done = Math.max(start, offsetOf(range.end, lineStarts, text.length));
  }
  return parts.join('') + text.slice(done);
}

function offsetOf(position: Position, lineStarts: readonly number[], length: number): number {
  const start = lineStarts[position.line];
  if (start === undefined) return length;
  const nextStart = lineStarts[position.line + 1] ?? length + 1;
  return Math.min(start + position.character, nextStart - 1);
}
