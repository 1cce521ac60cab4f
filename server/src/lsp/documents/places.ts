import {
  type ConfigFile,
  type FileEdit,
  hostEdits,
  hostRange,
  type Position,
  type Range,
  rangeOnLine,
  type Span,
  type TextEdit,
} from '../../core/service.js';
import { countLoneCarriageReturns, lineMapOf } from './line-map.js';

/** Places in one file, from core's positions to the protocol's and back: nothing else in the language server converts. */
export interface Places {
  /** Of a place that an edit names. Positions beyond the end of a line or of the file mean that end. */
  readonly fromProtocol: (position: Position) => Position;
  /** Of a place that is asked about; undefined where no configuration stands. */
  readonly inConfiguration: (position: Position) => Position | undefined;
  readonly toProtocol: (range: Range) => Range;
  /** The range of a span on a line of the file. */
  readonly onLine: (line: number, at: Span) => Range;
  /** The edits of a fix, with the line ends of the file. */
  readonly editsOf: (edits: readonly FileEdit[]) => readonly TextEdit[];
}

/** `loneCarriageReturns`: where it is known what `countLoneCarriageReturns` says of the file. */
export function placesIn(file: ConfigFile, loneCarriageReturns = countLoneCarriageReturns(file)): Places {
  const map = lineMapOf(file, loneCarriageReturns);
  const inProtocol = ({ start, end }: Range): Range => ({ start: map.toProtocol(start), end: map.toProtocol(end) });
  const toProtocol = ({ start, end }: Range): Range =>
    inProtocol({ start: inDocument(file, start), end: inDocument(file, end) });
  return {
    fromProtocol: map.fromProtocol,
    inConfiguration: map.fromProtocol,
    toProtocol,
    onLine: (line, at) => toProtocol(rangeOnLine(line, at)),
    editsOf: (edits) => hostEdits(file, edits).map(({ range, newText }) => ({ range: inProtocol(range), newText })),
  };
}

/** A place in a configuration that stands in a document, as a place in that document. */
function inDocument(file: ConfigFile, { line, character }: Position): Position {
  return hostRange(file, line, { start: character, end: character }).start;
}

/** For a file that no configuration reads, such as a Dockerfile beside it: its lines are the protocol's. */
export function placeOnLine(line: number, at: Span): Range {
  return rangeOnLine(line, at);
}

/** Where a line of the protocol begins. */
export function startOfLine(line: number): Range {
  const start = { line, character: 0 };
  return { start, end: start };
}
