import { asWhole, joined, type MappedText, originOf, partOf } from '../../text/mapped-text.js';
import { endOfExpansion } from './expansion-end.js';

/** A word as a shell makes it, without its quotes. */
export interface ShellWord {
  readonly text: MappedText;
  /** Some of it is quoted: where nothing is put into it, it is an empty word, and not none. */
  readonly isQuoted: boolean;
  /** What a shell puts something else for, in order; without a shell, what others may. */
  readonly expansions: readonly Expansion[];
  /** Where it stands in the line, with its quotes. */
  readonly at: { readonly start: number; readonly end: number };
  /** Which pieces of the line it is made of, in order: offsets in `text` and in the line. */
  readonly pieces: readonly Piece[];
}

/** `$X`, `${X:-d}`, `$(command)` in a word, by offsets in its text. */
export interface Expansion {
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

/** A piece of a word, from `start` in its text on, and where it stands in the line. */
export interface Piece {
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

/** Who splits the line. */
export interface ShellOptions {
  /** `|`, `;`, `&`, redirections and line ends end a word; without a shell they are characters like others. */
  readonly hasOperators: boolean;
}

const OPERATOR = /[|;&<>()\n]/;
const BLANK = /\s/;
/** What a shell looks at within a word; what stands before it is taken as it is. */
const SPECIAL = /[\s'"\\$`|;&<>()]/;

/**
 * Splits a command line by the rules that shells, compose and Dockerfiles share; with operators, up to the first of them
 * or to a comment. Undefined: a quote or an expansion is not closed.
 */
export function shellWords(line: MappedText, options: ShellOptions): readonly ShellWord[] | undefined {
  const words: ShellWord[] = [];
  for (let at = startOfWord(line.text, 0, options); at < line.text.length; ) {
    if (options.hasOperators && /[|;&<>()\n#]/.test(line.text.charAt(at))) break;
    const word = wordAt(line, at, options);
    if (!word) return undefined;
    words.push(word);
    at = startOfWord(line.text, word.at.end, options);
  }
  return words;
}

/** Behind blanks, and behind line ends that a backslash takes away. */
export function startOfWord(text: string, from: number, { hasOperators }: ShellOptions): number {
  let at = from;
  for (; at < text.length; at++) {
    const continued = lengthOfContinuation(text, at);
    if (continued > 0) at += continued - 1;
    else if (!BLANK.test(text.charAt(at)) || (hasOperators && text.charAt(at) === '\n')) break;
  }
  return at;
}

function lengthOfContinuation(text: string, at: number): number {
  if (text.charAt(at) !== '\\') return 0;
  if (text.charAt(at + 1) === '\n') return 2;
  return text.startsWith('\r\n', at + 1) ? 3 : 0;
}

/** The word that begins at an offset of a line, up to a blank or an operator. Undefined: something is not closed. */
export function wordAt(line: MappedText, start: number, options: ShellOptions): ShellWord | undefined {
  const word = new WordMaker(line, options);
  let at = start;
  while (at < line.text.length && !endsWord(line.text, at, options)) {
    const end = word.take(at);
    if (end === undefined) return undefined;
    at = end;
  }
  return word.made(start, at);
}

function endsWord(text: string, at: number, { hasOperators }: ShellOptions): boolean {
  const character = text.charAt(at);
  return BLANK.test(character) || (hasOperators && OPERATOR.test(character));
}

class WordMaker {
  readonly #line: MappedText;
  readonly #options: ShellOptions;
  readonly #parts: MappedText[] = [];
  readonly #expansions: Expansion[] = [];
  readonly #pieces: Piece[] = [];
  #length = 0;
  #isQuoted = false;

  constructor(line: MappedText, options: ShellOptions) {
    this.#line = line;
    this.#options = options;
  }

  made(start: number, end: number): ShellWord {
    return {
      text: joined(this.#parts),
      isQuoted: this.#isQuoted,
      expansions: this.#expansions,
      at: { start, end },
      pieces: this.#pieces,
    };
  }

  /** What begins at an offset, and the offset behind it. */
  take(at: number): number | undefined {
    const { text } = this.#line;
    const character = text.charAt(at);
    if (character === "'") return this.#takeSingleQuoted(at);
    if (character === '"') return this.#takeDoubleQuoted(at + 1);
    if (character === '\\') return this.#takeEscape(at);
    const expanded = this.#takeExpansion(at, false);
    if (expanded !== at) return expanded;
    let end = at + 1;
    while (end < text.length && !SPECIAL.test(text.charAt(end))) end++;
    return this.#add(at, end);
  }

  #takeSingleQuoted(at: number): number | undefined {
    const end = this.#line.text.indexOf("'", at + 1);
    this.#isQuoted = true;
    if (end < 0) return undefined;
    this.#add(at + 1, end);
    return end + 1;
  }

  #takeDoubleQuoted(from: number): number | undefined {
    const { text } = this.#line;
    this.#isQuoted = true;
    for (let at = from; at < text.length; ) {
      if (text.charAt(at) === '"') return at + 1;
      if (text.charAt(at) === '\\' && /["\\$`\n]/.test(text.charAt(at + 1))) at = this.#takeEscape(at);
      else {
        const end = this.#takeExpansion(at, true);
        if (end === undefined) return undefined;
        at = end === at ? this.#add(at, endOfPlain(text, at)) : end;
      }
    }
    return undefined;
  }

  #takeExpansion(at: number, isQuoted: boolean): number | undefined {
    const { text } = this.#line;
    if (!this.#options.hasOperators && (text.charAt(at) === '`' || text.startsWith('$(', at))) return at;
    const end = endOfExpansion(text, at, isQuoted);
    if (end === 'unclosed') return this.#options.hasOperators ? undefined : at;
    if (end > at) {
      this.#expansions.push({ start: this.#length, end: this.#length + end - at, isQuoted });
      this.#add(at, end);
    }
    return end;
  }

  /** The character behind a backslash, at the place of both; a line end is taken away. */
  #takeEscape(at: number): number {
    const continued = lengthOfContinuation(this.#line.text, at);
    if (continued > 0) return at + continued;
    const origin = originOf(this.#line, { start: at, end: at + 2 });
    const character = this.#line.text.charAt(at + 1);
    this.#push(origin ? asWhole(character, origin) : partOf(this.#line, at + 1, at + 2), at, at + 2);
    this.#isQuoted = true;
    return at + 2;
  }

  #add(from: number, to: number): number {
    this.#push(partOf(this.#line, from, to), from, to);
    return to;
  }

  #push(part: MappedText, from: number, to: number): void {
    if (part.text === '') return;
    this.#parts.push(part);
    this.#pieces.push({ start: this.#length, from, to });
    this.#length += part.text.length;
  }
}

function endOfPlain(text: string, from: number): number {
  let end = from + 1;
  while (end < text.length && !/["\\$`]/.test(text.charAt(end))) end++;
  return end;
}
