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

/** The place of an offset (UTF-16 code units) in a text; the end for one beyond it. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length - 1, character: before.length - lineStart };
}
