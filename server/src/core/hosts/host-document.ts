import type { Location, Source } from '../config/occurrence.js';
import type { DocumentKind } from '../project/recognise.js';
import { parseFile } from '../syntax/config-file.js';
import { wholeDocument } from '../syntax/whole-document.js';
import type { OffsetSpan } from '../text/mapped-text.js';
import { type Position, positionsIn, type Range, startsOfLines } from '../text/span.js';

/** A document that may say how servers are started. */
export interface HostDocument {
  readonly kind: DocumentKind;
  readonly path: string;
  readonly text: string;
  /** Its lines, for findings that stand in it. */
  readonly source: Source;
  readonly rangeOf: (span: OffsetSpan) => Range;
  /** What goes beyond a line is shown up to its end. */
  readonly locationOf: (span: OffsetSpan) => Location;
  readonly offsetOf: (position: Position) => number;
}

/** @param path absolute, with `/` separators */
export function hostDocument(kind: DocumentKind, path: string, text: string): HostDocument {
  const file = parseFile(text);
  const positionOf = positionsIn(text);
  const starts = startsOfLines(text);
  const rangeOf = ({ start, end }: OffsetSpan): Range => ({ start: positionOf(start), end: positionOf(end) });
  return {
    kind,
    path,
    text,
    source: { id: path, path, file, place: wholeDocument(file) },
    rangeOf,
    locationOf: (span) => locationOf(path, rangeOf(span), file.lines.at(rangeOf(span).start.line)?.text ?? ''),
    offsetOf: ({ line, character }) => Math.min(text.length, (starts[line] ?? text.length) + character),
  };
}

function locationOf(source: string, { start, end }: Range, line: string): Location {
  const last = start.line === end.line ? end.character : line.trimEnd().length;
  return { source, line: start.line, at: { start: start.character, end: Math.max(start.character, last) } };
}
