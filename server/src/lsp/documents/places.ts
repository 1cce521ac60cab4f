import {
  type ConfigFile,
  type LineEdit,
  type Place,
  type Position,
  type Range,
  rangeOnLine,
  type Span,
  type TextEdit,
  wholeDocument,
} from '../../core/service.js';
import { countLoneCarriageReturns, lineMapOf } from './line-map.js';

/** Places in one source, from core's positions to the protocol's and back: nothing else in the language server converts. */
export interface Places {
  /** Of a place that an edit names. Positions beyond the end of a line or of the file mean that end. */
  readonly fromProtocol: (position: Position) => Position;
  /** Of a place that is asked about; undefined where no configuration stands. */
  readonly inConfiguration: (position: Position) => Position | undefined;
  readonly toProtocol: (range: Range) => Range;
  /** The range of a span on a line of the file. */
  readonly onLine: (line: number, at: Span) => Range;
  /** The edits of a fix; none where its place refuses them, for then it is not offered. */
  readonly editsOf: (edits: readonly LineEdit[]) => readonly TextEdit[];
}

/** What whoever has them at hand may give, so that it is not looked for again. */
export interface PlacesOptions {
  /** Where the lines of the source stand in the document; it is the whole document where missing. */
  readonly place?: Place;
  /** Where it is known what `countLoneCarriageReturns` says of the document. */
  readonly loneCarriageReturns?: number;
}

/** It takes a look at the whole document, unless somebody has. */
export function placesIn(document: ConfigFile, options: PlacesOptions = {}): Places {
  const { place = wholeDocument(document), loneCarriageReturns = countLoneCarriageReturns(document) } = options;
  const map = lineMapOf(document, loneCarriageReturns);
  const inProtocol = ({ start, end }: Range): Range => ({ start: map.toProtocol(start), end: map.toProtocol(end) });
  const inDocument = ({ line, character }: Position) => place.toDocument(line, { start: character, end: character });
  /** Of what stands on one line, the smallest place that holds all of it: quotes at its ends may be nobody's. */
  const rangeInDocument = ({ start, end }: Range): Range =>
    start.line === end.line
      ? place.toDocument(start.line, { start: start.character, end: end.character })
      : { start: inDocument(start).start, end: inDocument(end).end };
  return {
    fromProtocol: map.fromProtocol,
    inConfiguration: (position) => place.fromDocument(map.fromProtocol(position)),
    toProtocol: (range) => inProtocol(rangeInDocument(range)),
    onLine: (line, at) => inProtocol(place.toDocument(line, at)),
    editsOf: (edits) => {
      const written = place.write(edits);
      return 'refused' in written ? [] : written.map(({ range, newText }) => ({ range: inProtocol(range), newText }));
    },
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
