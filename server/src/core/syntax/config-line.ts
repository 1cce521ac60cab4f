import type { Span } from '../text/span.js';
import type { TextEncoding } from './bytes.js';
import { type QuoteError, splitWords } from './split-words.js';
import { COMMON_LEXICAL_RULES, type LexicalRules, type Word } from './word.js';

/**
 * One line of a configuration file, without its LF. It knows nothing of where it stands: spans are columns within
 * `text`, so a line that was not edited is never parsed again.
 */
export type ConfigLine = BlankLine | CommentLine | DirectiveLine | MalformedLine;

interface LineBase {
  /** The whole line, white space and a trailing CR included. */
  readonly text: string;
}

/** Nothing, or nothing but white space. */
export interface BlankLine extends LineBase {
  readonly kind: 'blank';
}

/** The first character after blanks is `#`: the only comment there is. */
export interface CommentLine extends LineBase {
  readonly kind: 'comment';
  /** From the `#` to the last character that is not white space. */
  readonly at: Span;
}

/** A name and its arguments; whether the target has such a directive is not asked here. */
export interface DirectiveLine extends LineBase {
  readonly kind: 'directive';
  readonly name: Word;
  /** The name as the server looks it up: lower-cased (ASCII). */
  readonly key: string;
  readonly args: readonly Word[];
}

/** A line that the server cannot split into words. */
export interface MalformedLine extends LineBase {
  readonly kind: 'malformed';
  readonly error: QuoteError;
  /** The words before the error. */
  readonly words: readonly Word[];
}

/** What a server trims from both ends of a line: space, tab, CR and LF, not vertical tab or form feed. */
const isTrimmed = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0d || code === 0x0a;
const HASH = 0x23;

/** Parses one line (without its LF). Total: a line that the server would refuse is a node with an error. */
export function parseLine(
  text: string,
  rules: LexicalRules = COMMON_LEXICAL_RULES,
  encoding: TextEncoding = 'utf-8',
): ConfigLine {
  let start = 0;
  let end = text.length;
  while (start < end && isTrimmed(text.charCodeAt(start))) start++;
  while (end > start && isTrimmed(text.charCodeAt(end - 1))) end--;
  if (start === end) return { kind: 'blank', text };
  if (text.charCodeAt(start) === HASH) return { kind: 'comment', text, at: { start, end } };
  const { words, error } = splitWords(text, start, end, rules, encoding);
  if (error) return { kind: 'malformed', text, error, words };
  const [name, ...args] = words;
  if (name === undefined) return { kind: 'blank', text };
  return { kind: 'directive', text, name, key: lowerCaseAscii(name.value), args };
}

/**
 * In UTF-16 code units. What the server makes of a longer line counts like everything; but how it looks is not checked,
 * for a program wrote it, and no person reads what would be said.
 */
export const LONGEST_LINE = 4096;

/** Whether a line is longer than people write. */
export const isLong = ({ text }: LineBase): boolean => text.length > LONGEST_LINE;

/** A comment for this linter, a template mark. */
const MARK = /redis-conf-lint-|\{[{%]|<%|[}%#]\}|%>/;
const EXAMPLE = /^\s*#\s?([a-z][\w-]*)\s+\S+(?:\s+\S+)?\s*$/;
const BANNER = /^\s*#+\s*([A-Z][A-Z ]*)#+\s*$/;

/** Whether a line may mean anything to anybody but a reader of prose: such lines alone are looked at after an edit. */
export function isTelling(line: ConfigLine): boolean {
  const { kind, text } = line;
  if (kind !== 'comment') return kind !== 'blank';
  return !isLong(line) && (MARK.test(text) || EXAMPLE.test(text) || BANNER.test(text));
}

/** The directive that a comment like `# requirepass foobared` gives an example of: one or two arguments, no more. */
export function exampleNameOf({ kind, text }: ConfigLine): string | undefined {
  return kind === 'comment' ? EXAMPLE.exec(text)?.[1] : undefined;
}

/** The title in the banner of a section: `##### SECURITY #####`. */
export function sectionTitleOf({ kind, text }: ConfigLine): string | undefined {
  return kind === 'comment' ? BANNER.exec(text)?.[1]?.trimEnd() : undefined;
}

/** Lower-cases A to Z and nothing else, as the server does in the "C" locale. */
export function lowerCaseAscii(text: string): string {
  return /[A-Z]/.test(text) ? text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : text;
}

/** From the first to the last word of a directive line. */
export function directiveSpan(line: DirectiveLine): Span {
  return { start: line.name.start, end: (line.args.at(-1) ?? line.name).end };
}
