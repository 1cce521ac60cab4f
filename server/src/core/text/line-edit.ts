import type { Range, Span } from './span.js';
import { rangeOnLine } from './span.js';

/**
 * A change of a text as a list of lines (from 0; the last one is empty where the text ends in a line end), so that
 * whoever holds those lines can write it in the way of the place where they stand. No `text` and no line of `lines` has
 * a line end in it. `before` the number of lines there are: behind the last one.
 */
export type LineEdit =
  | { readonly kind: 'insert'; readonly before: number; readonly lines: readonly string[] }
  | { readonly kind: 'replace'; readonly line: number; readonly at: Span; readonly text: string }
  | { readonly kind: 'remove'; readonly line: number };

/** What an edit writes, line by line. */
export function linesWritten(edit: LineEdit): readonly string[] {
  if (edit.kind === 'insert') return edit.lines;
  return edit.kind === 'replace' ? [edit.text] : [];
}

/** The edit with other texts in the place of what it writes. */
export function rewritten(edit: LineEdit, rewrite: (text: string) => string): LineEdit {
  if (edit.kind === 'insert') return { ...edit, lines: edit.lines.map(rewrite) };
  return edit.kind === 'replace' ? { ...edit, text: rewrite(edit.text) } : edit;
}

/** What an edit takes the place of among the lines; a removed line reaches to where the next one begins. */
export function rangeOfEdit(edit: LineEdit): Range {
  if (edit.kind === 'replace') return rangeOnLine(edit.line, edit.at);
  const line = edit.kind === 'insert' ? edit.before : edit.line;
  const start = { line, character: 0 };
  return { start, end: edit.kind === 'insert' ? start : { line: line + 1, character: 0 } };
}
