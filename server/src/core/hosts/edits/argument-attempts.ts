import type { OffsetSpan } from '../../text/mapped-text.js';
import type { ArgumentWord } from '../host-reading.js';
import {
  type Attempt,
  type DocumentEdit,
  endOfLine,
  lineEndAt,
  startOfLine,
  startOfNextLine,
} from './document-edit.js';
import {
  doubleQuotedWord,
  type Escape,
  escapedDouble,
  isSimple,
  LAYERS,
  STYLES,
  singleQuotedWord,
  yamlItem,
} from './escapes.js';
import type { WordChange } from './word-changes.js';
import type { FormAt, WordForm } from './word-form.js';

/** A command line in its document. */
export interface WrittenCommand {
  /** Of the document. */
  readonly text: string;
  readonly formAt: FormAt;
  /** The program's word; undefined: the image names it. */
  readonly program: OffsetSpan | undefined;
  readonly words: readonly ArgumentWord[];
  /** Those that begin an option. */
  readonly heads: ReadonlySet<ArgumentWord>;
}

/** How words are written: what escapes them, and the quotes around them where a line is split into words. */
interface Writing {
  readonly layer: Escape;
  readonly quote: Escape;
}

/** How changes of its words might be written; where a scalar without quotes may need some, with those around all of it. */
export function* argumentAttempts(command: WrittenCommand, changes: readonly WordChange[]): Iterable<Attempt> {
  const writings = LAYERS.flatMap((layer) => [singleQuotedWord, doubleQuotedWord].map((quote) => ({ layer, quote })));
  for (const writing of writings) {
    const edits = changes.map((change) => changeIn(command, change, changes, writing));
    const attempt = edits.flatMap((edit) => edit ?? []);
    if (attempt.length !== edits.length) return;
    yield attempt;
    yield* quotedWhole(command, attempt);
  }
}

function* quotedWhole({ text, formAt }: WrittenCommand, attempt: Attempt): Iterable<Attempt> {
  const [first] = attempt;
  const form = first && formAt({ start: first.start, end: first.start });
  if (form?.kind !== 'line' || form.scalar?.style !== 'plain') return;
  const { start, end } = form.scalar.at;
  const sorted = [...attempt].sort((a, b) => b.start - a.start);
  const isIn = sorted.every((edit) => start <= edit.start && edit.end <= end);
  if (!isIn || text.slice(start, end).includes('\n')) return;
  const written = sorted.reduce(
    (kept, edit) => kept.slice(0, edit.start - start) + edit.text + kept.slice(edit.end - start),
    text.slice(start, end),
  );
  yield [{ start, end, text: `"${escapedDouble(written)}"` }];
}

function changeIn(
  command: WrittenCommand,
  change: WordChange,
  changes: readonly WordChange[],
  writing: Writing,
): DocumentEdit | undefined {
  if (change.kind === 'replace') return replacement(command, change.word, change.by, writing);
  if (change.kind === 'remove') return removal(command, change.words);
  return insertion(command, change.after, change.words, { changes, writing });
}

function replacement(
  { text, formAt }: WrittenCommand,
  { at, fillIns }: ArgumentWord,
  by: string,
  writing: Writing,
): DocumentEdit | undefined {
  const form = at && formAt(at);
  if (!form || fillIns.length > 0) return undefined;
  const written = writtenWord(by, form, text.slice(at.start, at.end), writing);
  return written === undefined ? undefined : { ...at, text: written };
}

/** Undefined: it would be quoted for a script that is quoted itself. */
function writtenWord(word: string, form: WordForm, beside: string, { layer, quote }: Writing): string | undefined {
  if (form.kind === 'block-items') return yamlItem(layer(word), beside);
  if (form.kind === 'flow-items') {
    return form.isJson ? `"${escapedDouble(layer(word))}"` : yamlItem(layer(word), beside);
  }
  const isBlock = form.scalar?.style === 'literal' || form.scalar?.style === 'folded';
  if (form.isItem && !isBlock && !isSimple(word)) return undefined;
  return STYLES[form.scalar?.style ?? 'plain'](layer(quote(word)));
}

function removal(command: WrittenCommand, words: readonly ArgumentWord[]): DocumentEdit | undefined {
  const { text, formAt, program } = command;
  const [first, last] = [words[0]?.at, words.at(-1)?.at];
  const form = first && formAt(first);
  if (!first || !last || !form) return undefined;
  if (form.kind === 'block-items') {
    const isAlone = words.every(({ at }) => at && markBefore(text, at) !== undefined);
    return isAlone
      ? { start: startOfLine(text, first.start), end: startOfNextLine(text, last.end), text: '' }
      : undefined;
  }
  const index = command.words.findIndex(({ at }) => at === first);
  const before = command.words[index - 1]?.at ?? program;
  const behind = command.words[index + words.length]?.at;
  if (before && isGap(text.slice(before.end, first.start), form)) return { start: before.end, end: last.end, text: '' };
  if (!behind || !isGap(text.slice(last.end, behind.start), form)) return undefined;
  return { start: first.start, end: behind.start, text: '' };
}

interface Inserting {
  readonly changes: readonly WordChange[];
  readonly writing: Writing;
}

function insertion(
  command: WrittenCommand,
  after: ArgumentWord | undefined,
  words: readonly string[],
  { changes, writing }: Inserting,
): DocumentEdit | undefined {
  const { text, formAt, program } = command;
  const previous = placedBefore(command, after, changes) ?? program;
  const next = command.words[0]?.at;
  const at = previous ?? next;
  const form = at && formAt(at);
  if (!form || (after && !previous)) return undefined;
  const written = words.map((word) => writtenWord(word, form, besideOf(command, at), writing));
  const known = written.flatMap((word) => word ?? []);
  if (known.length !== words.length) return undefined;
  if (form.kind === 'block-items') return insertedLines(text, at, known, previous !== undefined);
  const gaps = words.map((word, index) => gapBefore(command, form, index === 0 || word.startsWith('--'), at));
  if (previous) {
    return { start: at.end, end: at.end, text: known.map((word, index) => `${gaps[index] ?? ' '}${word}`).join('') };
  }
  const last = gapBefore(command, form, true, at);
  const between = known.map((word, index) => (index === 0 ? word : `${gaps[index] ?? ' '}${word}`));
  return { start: at.start, end: at.start, text: between.join('') + last };
}

/** Lines that are taken away leave nothing to stand behind; pieces of a line do. */
function placedBefore(
  { words, formAt }: WrittenCommand,
  after: ArgumentWord | undefined,
  changes: readonly WordChange[],
): OffsetSpan | undefined {
  const gone = new Set(changes.flatMap((change) => (change.kind === 'remove' ? change.words : [])));
  const isThere = (word: ArgumentWord) => word.at && !(formAt(word.at)?.kind === 'block-items' && gone.has(word));
  const until = after ? words.indexOf(after) + 1 : 0;
  return words.slice(0, until).findLast(isThere)?.at;
}

/** A value says more of how words are quoted than the name of an option. */
function besideOf({ text, words }: WrittenCommand, at: OffsetSpan): string {
  const near = words.findLast((word) => word.at && word.at.start <= at.start)?.at ?? at;
  return text.slice(near.start, near.end);
}

const MARK = /^\s*-[ \t]+$/;

/** What stands before an item on its line; undefined: it is not alone there. */
function markBefore(text: string, { start, end }: OffsetSpan): string | undefined {
  const from = startOfLine(text, start);
  const before = text.slice(from, start);
  return MARK.test(before) && from === startOfLine(text, end) ? before : undefined;
}

function insertedLines(
  text: string,
  at: OffsetSpan,
  words: readonly string[],
  isBehind: boolean,
): DocumentEdit | undefined {
  const mark = markBefore(text, at);
  if (mark === undefined) return undefined;
  const lineEnd = lineEndAt(text, at.end);
  const place = isBehind ? endOfLine(text, at.end) : startOfLine(text, at.start);
  const lines = words.map((word) => (isBehind ? `${lineEnd}${mark}${word}` : `${mark}${word}${lineEnd}`));
  return { start: place, end: place, text: lines.join('') };
}

const isGap = (between: string, { kind }: WordForm): boolean =>
  kind === 'line' ? /^[ \t\r\n\\]+$/.test(between) : /^[ \t\r\n\\]*,[ \t\r\n\\]*$/.test(between);

/** What stands between words like these nearby: before an option, or before a value. */
function gapBefore(
  { text, words, program, heads }: WrittenCommand,
  form: WordForm,
  isHead: boolean,
  near: OffsetSpan,
): string {
  const gaps = words.flatMap((word, index) => {
    const before = words[index - 1]?.at ?? (index === 0 ? program : undefined);
    const gap = word.at && before ? text.slice(before.end, word.at.start) : '';
    const isLike = heads.has(word) === isHead && isGap(gap, form);
    return isLike && word.at ? [{ gap, distance: Math.abs(word.at.start - near.end) }] : [];
  });
  const nearest = gaps.toSorted((a, b) => a.distance - b.distance)[0];
  return nearest?.gap ?? (form.kind === 'line' ? ' ' : ', ');
}
