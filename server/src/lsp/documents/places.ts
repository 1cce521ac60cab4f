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
  /** Positions beyond the end of a line or of the file mean that end. */
  readonly fromProtocol: (position: Position) => Position;
  readonly toProtocol: (range: Range) => Range;
  /** The range of a span on a line of the file. */
  readonly onLine: (line: number, at: Span) => Range;
  /** The edits of a fix, with the line ends of the file. */
  readonly editsOf: (edits: readonly FileEdit[]) => readonly TextEdit[];
}

/** `loneCarriageReturns`: where it is known what `countLoneCarriageReturns` says of the file. */
export function placesIn(file: ConfigFile, loneCarriageReturns = countLoneCarriageReturns(file)): Places {
  const map = lineMapOf(file, loneCarriageReturns);
  const toProtocol = ({ start, end }: Range): Range => ({ start: map.toProtocol(start), end: map.toProtocol(end) });
  return {
    fromProtocol: map.fromProtocol,
    toProtocol,
    // Where a configuration stands in another document, this is the step out of it.
    onLine: (line, at) => toProtocol(hostRange(file, line, at)),
    editsOf: (edits) => hostEdits(file, edits).map(({ range, newText }) => ({ range: toProtocol(range), newText })),
  };
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
