import type { LineEdit } from '../../text/line-edit.js';
import { type MappedText, originOf } from '../../text/mapped-text.js';
import { startsOfLines } from '../../text/span.js';
import type { HostDocument } from '../host-document.js';
import type { HostedText } from '../host-reading.js';
import type { YamlScalar } from '../yaml/yaml-tree.js';
import { type Attempt, type DocumentEdit, lineEndAt, startOfLine, startOfNextLine } from './document-edit.js';
import { editedText } from './edited-text.js';
import { type Escape, escapedDouble, LAYERS, STYLES } from './escapes.js';

/**
 * How edits of a configuration might be written: line by line, where its lines are lines of the document; else in the
 * way of the scalar that holds it, or, where that needs no quotes yet, with quotes.
 */
export function* textAttempts(
  text: HostedText,
  edits: readonly LineEdit[],
  scalar: YamlScalar | undefined,
): Iterable<Attempt> {
  const lines = linesIn(text);
  for (const layer of LAYERS) {
    if (lines) yield* defined(edits.map((edit) => lineEditIn(text, lines, edit, layer)));
  }
  if (lines || !scalar) return;
  for (const layer of LAYERS) {
    const encode: Escape = (line) => STYLES[scalar.style](layer(line));
    yield* defined(edits.map((edit) => pieceIn(text.text, edit, encode)));
  }
  const isPlain = scalar.style === 'plain' && scalar.value === text.text.text;
  if (isPlain) yield [{ ...scalar.at, text: `"${escapedDouble(editedText(scalar.value, edits))}"` }];
}

function* defined(all: readonly (DocumentEdit | undefined)[]): Iterable<Attempt> {
  const attempt = all.flatMap((edit) => edit ?? []);
  if (attempt.length === all.length) yield attempt;
}

/** Where the lines of a configuration are lines of the document. */
interface LinesIn {
  /** Of the document, where the first one stands. */
  readonly first: number;
  /** What stands before the text of each, or of the next one that has any. */
  readonly indents: readonly string[];
}

function linesIn({ document, text }: Pick<HostedText, 'document' | 'text'>): LinesIn | undefined {
  const starts = startsOfLines(text.text);
  const places = starts.map((start, line) =>
    placeOf(document, text, start, (starts[line + 1] ?? text.text.length + 1) - 1),
  );
  const known = places.findIndex((place) => place !== undefined);
  const first = (places[known]?.line ?? 0) - known;
  const isInOrder = places.every((place, line) => !place || (place.line === first + line && place.isWhole));
  const indents = places.map(
    (_, line) => (places.slice(0, line + 1).findLast((place) => place) ?? places[known])?.indent ?? '',
  );
  return known < 0 || !isInOrder ? undefined : { first, indents };
}

/** Undefined: nobody wrote it, or it is empty. */
function placeOf(document: HostDocument, text: MappedText, start: number, end: number) {
  const origin = start < end ? originOf(text, { start, end }) : undefined;
  const head = start < end ? originOf(text, { start, end: start + 1 }) : undefined;
  if (!origin || !head) return undefined;
  const range = document.rangeOf(origin);
  const from = startOfLine(document.text, head.start);
  const behind = document.text.slice(origin.end, startOfNextLine(document.text, origin.end));
  const indent = document.text.slice(from, head.start);
  const isWhole = range.start.line === range.end.line && /^\s*$/.test(indent) && /^\s*$/.test(behind);
  return { line: range.start.line, indent, isWhole };
}

function lineEditIn(
  { document, text }: HostedText,
  { first, indents }: LinesIn,
  edit: LineEdit,
  encode: Escape,
): DocumentEdit | undefined {
  const start = (line: number) => document.offsetOf({ line: first + line, character: 0 });
  if (edit.kind === 'remove') return { start: start(edit.line), end: start(edit.line + 1), text: '' };
  if (edit.kind === 'replace') return pieceIn(text, edit, encode);
  const at = start(edit.before);
  const indent = indents[Math.max(0, Math.min(edit.before, indents.length) - 1)] ?? '';
  const lineEnd = lineEndAt(document.text, document.offsetOf({ line: first, character: 0 }));
  const lines = edit.lines.map((line) => (line === '' ? '' : indent + encode(line)));
  const isOpen = at > 0 && document.text.charAt(at - 1) !== '\n';
  return { start: at, end: at, text: lines.map((line) => (isOpen ? lineEnd + line : line + lineEnd)).join('') };
}

/** What an edit does to a text that is one piece of its document. */
function pieceIn(text: MappedText, edit: LineEdit, encode: Escape): DocumentEdit | undefined {
  const starts = startsOfLines(text.text);
  const startOf = (line: number) => starts[line] ?? text.text.length;
  const endOf = (line: number) => (starts[line + 1] ?? text.text.length + 1) - 1;
  if (edit.kind === 'replace') {
    const at = (column: number) => Math.min(startOf(edit.line) + column, endOf(edit.line));
    return replaced(text, at(edit.at.start), at(edit.at.end), encode(edit.text));
  }
  if (edit.kind === 'remove') {
    const isLast = edit.line + 1 >= starts.length;
    return replaced(text, Math.max(0, startOf(edit.line) - (isLast ? 1 : 0)), startOf(edit.line + 1), '');
  }
  const isBehind = edit.before >= starts.length;
  const lines = edit.lines.map((line) => (isBehind ? `\n${line}` : `${line}\n`)).join('');
  return replaced(text, startOf(edit.before), startOf(edit.before), encode(lines));
}

function replaced(text: MappedText, start: number, end: number, by: string): DocumentEdit | undefined {
  const origin = originOf(text, { start, end });
  return origin && { ...origin, text: by };
}
