import type { OffsetSpan } from '../../text/mapped-text.js';

/** A line that ends one document and begins the next; what stands behind the mark is of the next. */
const PARTING = /^---(?=[ \t\r\n]|$)/gm;

/** The documents of a stream of YAML, in order. No block can hold such a line: what stands in one is indented. */
export function yamlDocuments(text: string): readonly OffsetSpan[] {
  const marks = [...text.matchAll(PARTING)].map(({ index }) => index);
  const starts = [0, ...marks.map((mark) => mark + 3)];
  return starts.map((start, index) => ({ start, end: marks[index] ?? text.length }));
}
