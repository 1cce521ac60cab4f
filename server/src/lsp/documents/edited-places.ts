import type { Position, Range, TextEdit } from 'vscode-languageserver';

/** A text that an edit brought in, where it stands once all edits of its document were applied. */
export interface EditedPlace {
  readonly range: Range;
  readonly newText: string;
}

/** In the order of the document. The edits don't overlap; their ranges refer to the text before. */
export function editedPlaces(edits: readonly TextEdit[]): readonly EditedPlace[] {
  const sorted = edits
    .map((edit, order) => ({ ...edit, order }))
    .sort((a, b) => compare(a.range.start, b.range.start) || a.order - b.order);
  /** The end of the last edit, before and after. */
  let before: Position = { line: 0, character: 0 };
  let after = before;
  return sorted.map(({ range, newText }) => {
    const start = moved(range.start, before, after);
    const end = positionAfter(start, newText);
    before = range.end;
    after = end;
    return { range: { start, end }, newText };
  });
}

/** Where a text ends that begins at a position. */
export function positionAfter({ line, character }: Position, text: string): Position {
  const lines = text.split(/\r\n|\r|\n/);
  const last = lines.at(-1) ?? '';
  return lines.length === 1
    ? { line, character: character + last.length }
    : { line: line + lines.length - 1, character: last.length };
}

/** The first line of a place that holds something: line ends that lead to it are left out. */
export function firstLineOf({ range: { start }, newText }: EditedPlace): Range {
  const [leading = ''] = /^[\r\n]*/.exec(newText) ?? [];
  const [first = ''] = /^[^\r\n]*/.exec(newText.slice(leading.length)) ?? [];
  const begin = first === '' ? start : positionAfter(start, leading);
  return { start: begin, end: positionAfter(begin, first) };
}

/** A position behind an edit whose end has moved. */
function moved({ line, character }: Position, before: Position, after: Position): Position {
  const shift = line === before.line ? after.character - before.character : 0;
  return { line: line + after.line - before.line, character: character + shift };
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
