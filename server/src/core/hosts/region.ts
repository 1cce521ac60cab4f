import type { FillIn } from '../config/fill-in.js';
import type { ConfigSource, Dialect, Holder } from '../config/occurrence.js';
import { detectDialect } from '../config/reading/dialect.js';
import { type ConfigFile, parseFile } from '../syntax/config-file.js';
import type { LexicalRules } from '../syntax/word.js';
import { type MappedText, type OffsetSpan, offsetOf, originOf } from '../text/mapped-text.js';
import type { Place } from '../text/place.js';
import { positionsIn, startsOfLines } from '../text/span.js';
import type { HostDocument } from './host-document.js';

/** A configuration that stands in a document. */
export interface Region {
  readonly document: HostDocument;
  /** Within the document. */
  readonly id: string;
  readonly text: MappedText;
  readonly anchor: OffsetSpan;
  /** All of it, with the quotes around its words. */
  readonly extent: OffsetSpan;
  readonly write: Place['write'];
  readonly fillIns: readonly FillIn[];
  readonly holder: Holder;
  /** Undefined: by its name and its lines. */
  readonly dialect: Dialect | undefined;
}

/** The region as a source like any other. */
export function regionSource(region: Region, rules: LexicalRules): ConfigSource {
  const { document, id, text, fillIns, holder } = region;
  const file = parseFile(text.text, { rules });
  const dialect = region.dialect ?? detectDialect({ path: `${document.path}/${id}`, file });
  return {
    id: `${document.path}#${id}`,
    path: document.path,
    file,
    dialect,
    fillIns,
    holder,
    place: placeOf(region, file),
    extent: document.rangeOf(region.extent),
  };
}

function placeOf({ document, text, anchor, write }: Region, file: ConfigFile): Place {
  const starts = startsOfLines(text.text);
  const positionOf = positionsIn(text.text);
  const startOf = (line: number) => starts[line] ?? text.text.length;
  return {
    anchor: document.rangeOf(anchor),
    toDocument: (line, at) => {
      const length = file.lines.at(line)?.text.length ?? 0;
      const offset = (column: number) => startOf(line) + Math.min(column, length);
      return document.rangeOf(originOf(text, { start: offset(at.start), end: offset(at.end) }) ?? anchor);
    },
    fromDocument: (at) => {
      const offset = offsetOf(text, document.offsetOf(at));
      return offset === undefined ? undefined : positionOf(offset);
    },
    write,
  };
}
