import { asWhole, joined, type MappedText, originOf, partOf } from '../../text/mapped-text.js';

/** A word as a shell makes it, without its quotes. */
export interface ShellWord {
  readonly text: MappedText;
  /** Some of it is quoted: where nothing is put into it, it is an empty word, and not none. */
  readonly isQuoted: boolean;
  /** Offsets in `text` from which to before which single quotes or a backslash keep a shell from expanding anything. */
  readonly literal: readonly { readonly start: number; readonly end: number }[];
}

/** What ends a command on a command line. */
const OPERATOR = /[|;&<>()\n]/;

/** Who splits the line. */
export interface ShellOptions {
  /** `|`, `;`, `&`, redirections and line ends end the command; without a shell they are words like others. */
  readonly hasOperators: boolean;
}

interface OpenWord {
  readonly parts: MappedText[];
  readonly literal: { readonly start: number; readonly end: number }[];
  length: number;
  isQuoted: boolean;
}

/** Splits a command line by the rules that shells, compose and Dockerfiles share. Undefined: a quote is not closed. */
export function shellWords(line: MappedText, { hasOperators }: ShellOptions): readonly ShellWord[] | undefined {
  const { text } = line;
  const words: ShellWord[] = [];
  let word: OpenWord | undefined;
  const open = (): OpenWord => {
    word ??= { parts: [], literal: [], length: 0, isQuoted: false };
    return word;
  };
  const add = (part: MappedText, isLiteral: boolean) => {
    const into = open();
    if (isLiteral) into.literal.push({ start: into.length, end: into.length + part.text.length });
    into.parts.push(part);
    into.length += part.text.length;
  };
  const close = () => {
    if (word) words.push({ text: joined(word.parts), isQuoted: word.isQuoted, literal: word.literal });
    word = undefined;
  };
  for (let at = 0; at < text.length; ) {
    const character = text.charAt(at);
    if (hasOperators && OPERATOR.test(character)) break;
    if (/\s/.test(character)) {
      close();
      at++;
    } else if (character === "'") {
      const end = text.indexOf("'", at + 1);
      if (end < 0) return undefined;
      open().isQuoted = true;
      add(partOf(line, at + 1, end), true);
      at = end + 1;
    } else if (character === '"') {
      const end = closingQuote(text, at + 1);
      if (end < 0) return undefined;
      open().isQuoted = true;
      addDoubleQuoted(partOf(line, at + 1, end), add);
      at = end + 1;
    } else if (character === '\\') {
      if (text.charAt(at + 1) !== '\n') add(escaped(line, at), true);
      at += 2;
    } else {
      const end = endOfPlain(text, at, hasOperators);
      add(partOf(line, at, end), false);
      at = end;
    }
  }
  close();
  return words;
}

function endOfPlain(text: string, from: number, hasOperators: boolean): number {
  let end = from;
  while (end < text.length && !/[\s'"\\]/.test(text.charAt(end))) {
    if (hasOperators && OPERATOR.test(text.charAt(end)) && !isInExpansion(text, from, end)) break;
    end++;
  }
  return Math.max(end, from + 1);
}

/** Within `$( … )` and `${ … }` operators end nothing. */
function isInExpansion(text: string, from: number, at: number): boolean {
  const before = text.slice(from, at + 1);
  const opened = (before.match(/\$[({]/g) ?? []).length;
  return opened > 0 && (before.match(/[)}]/g) ?? []).length <= opened;
}

function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === '"') return at;
  }
  return -1;
}

/** A backslash counts before these alone. */
const ESCAPED_IN_QUOTES = /\\["\\$`]/g;

function addDoubleQuoted(inside: MappedText, add: (part: MappedText, isLiteral: boolean) => void): void {
  let done = 0;
  for (const { index } of inside.text.matchAll(ESCAPED_IN_QUOTES)) {
    add(partOf(inside, done, index), false);
    add(escaped(inside, index), true);
    done = index + 2;
  }
  add(partOf(inside, done), false);
}

/** The character behind a backslash, at the place of both. */
function escaped(line: MappedText, at: number): MappedText {
  const origin = originOf(line, { start: at, end: at + 2 });
  const character = line.text.charAt(at + 1);
  return origin ? asWhole(character, origin) : partOf(line, at + 1, at + 2);
}
