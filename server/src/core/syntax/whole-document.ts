import type { TextEdit } from '../text/edit.js';
import type { LineEdit } from '../text/line-edit.js';
import type { Place } from '../text/place.js';
import { type Range, rangeOnLine } from '../text/span.js';
import { type ConfigFile, clampPosition, lineEndingOf } from './config-file.js';

const START: Range = rangeOnLine(0, { start: 0, end: 0 });

/** The place of a configuration that is the whole document. Edits beyond a line's end mean the end. */
export function wholeDocument(file: ConfigFile): Place {
  return {
    anchor: START,
    toDocument: rangeOnLine,
    fromDocument: (at) => at,
    write: (edits) => textEditsOf(file, edits),
  };
}

/** What edits of all lines of a document become in it. */
export function textEditsOf(file: ConfigFile, edits: readonly LineEdit[]): readonly TextEdit[] {
  return edits.map((edit) => textEditOf(file, edit));
}

/** Lines that are inserted behind the last one begin with a line end, all others end in one. */
function textEditOf(file: ConfigFile, edit: LineEdit): TextEdit {
  const lineEnd = lineEndingOf(file);
  const end = endOf(file);
  switch (edit.kind) {
    case 'insert':
      return edit.before > end.line
        ? { range: { start: end, end }, newText: edit.lines.map((line) => lineEnd + line).join('') }
        : { range: startOfLine(edit.before), newText: edit.lines.map((line) => line + lineEnd).join('') };
    case 'replace': {
      const { start, end } = rangeOnLine(edit.line, edit.at);
      return { range: { start: clampPosition(file, start), end: clampPosition(file, end) }, newText: edit.text };
    }
    case 'remove': {
      const { start } = startOfLine(edit.line);
      return { range: { start, end: edit.line < end.line ? startOfLine(edit.line + 1).start : end }, newText: '' };
    }
  }
}

function endOf({ lines }: ConfigFile) {
  const line = lines.count - 1;
  return { line, character: lines.at(line)?.text.length ?? 0 };
}

function startOfLine(line: number): Range {
  return rangeOnLine(line, { start: 0, end: 0 });
}
