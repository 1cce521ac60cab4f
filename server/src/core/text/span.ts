/** Half-open range of UTF-16 code units within one line: `start` is in it, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in a document: line and UTF-16 code unit, both from 0, as the Language Server Protocol counts. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Half-open range between two places of one document. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The range that a span covers on a line. */
export function rangeOnLine(line: number, span: Span): Range {
  return { start: { line, character: span.start }, end: { line, character: span.end } };
}

/** Negative, zero or positive as `a` stands before, at or after `b`. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Where each line of a text begins. */
export function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The places of offsets (UTF-16 code units) in a text; the end for one beyond it. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = startsOfLines(text);
  return (offset) => {
    const wanted = Math.min(offset, text.length);
    let line = 0;
    for (let above = starts.length; above - line > 1; ) {
      const middle = (line + above) >> 1;
      if ((starts[middle] ?? 0) <= wanted) line = middle;
      else above = middle;
    }
    return { line, character: wanted - (starts[line] ?? 0) };
  };
}
