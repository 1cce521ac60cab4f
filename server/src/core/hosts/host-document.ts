import type { Location, Source } from '../config/occurrence.js';
import type { DocumentKind } from '../project/recognise.js';
import type { TextEncoding } from '../syntax/bytes.js';
import { parseFile } from '../syntax/config-file.js';
import { wholeDocument } from '../syntax/whole-document.js';
import type { OffsetSpan } from '../text/mapped-text.js';
import { once } from '../text/once.js';
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

/**
 * Most documents are not looked at any further: what a document is made into is made when somebody asks.
 * @param path absolute, with `/` separators
 */
export function hostDocument(
  kind: DocumentKind,
  path: string,
  text: string,
  encoding: TextEncoding = 'utf-8',
): HostDocument {
  const positions = once(() => positionsIn(text));
  const starts = once(() => startsOfLines(text));
  const source = once((): Source => {
    const file = parseFile(text, { encoding });
    return { id: path, path, file, place: wholeDocument(file) };
  });
  const rangeOf = ({ start, end }: OffsetSpan): Range => ({ start: positions()(start), end: positions()(end) });
  const startOf = (line: number) => starts()[line] ?? text.length;
  return {
    kind,
    path,
    text,
    get source() {
      return source();
    },
    rangeOf,
    locationOf: (span) => {
      const range = rangeOf(span);
      const { line } = range.start;
      return locationOf(path, range, text.slice(startOf(line), startOf(line + 1)));
    },
    offsetOf: ({ line, character }) => Math.min(text.length, startOf(line) + character),
  };
}

function locationOf(source: string, { start, end }: Range, line: string): Location {
  const last = start.line === end.line ? end.character : line.trimEnd().length;
  return { source, line: start.line, at: { start: start.character, end: Math.max(start.character, last) } };
}
