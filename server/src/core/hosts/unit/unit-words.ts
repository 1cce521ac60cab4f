import { asWhole, joined, type MappedText, originOf, partOf } from '../../text/mapped-text.js';
import { type ExpandedPiece, expandedWord } from '../words/expanded-word.js';
import type { PlacedWord } from '../words/server-command.js';

/** How the words of a entry are taken. */
export interface UnitWordOptions {
  /** `$X` and `${X}` are variables; false: `:` before the program says that they are none. */
  readonly expandsVariables: boolean;
}

/**
 * The words of a command line of systemd: quotes of its own, escapes as C has them in and out of quotes; a word that is
 * `$X` is split or vanishes, `${X}` is one word or a part of one, `%i` stands for a name. Undefined: a quote is not closed.
 */
export function unitWords(value: MappedText, options: UnitWordOptions): readonly PlacedWord[] | undefined {
  const words: PlacedWord[] = [];
  for (let at = startOfWord(value.text, 0); at < value.text.length; ) {
    const raw = rawWord(value, at);
    if (!raw) return undefined;
    words.push({
      ...expanded(raw.text, options),
      at: originOf(value, { start: at, end: raw.end }) ?? { start: 0, end: 0 },
    });
    at = startOfWord(value.text, raw.end);
  }
  return words;
}

function startOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}

/** A word without its quotes and with its escapes undone. */
function rawWord(value: MappedText, start: number): { readonly text: MappedText; readonly end: number } | undefined {
  const { text } = value;
  const parts: MappedText[] = [];
  let quote = '';
  let at = start;
  for (; at < text.length && (quote !== '' || !/\s/.test(text.charAt(at))); at++) {
    const character = text.charAt(at);
    const escaped = character === '\\' ? escapeAt(value, at) : undefined;
    if (escaped) {
      parts.push(escaped.text);
      at = escaped.end - 1;
    } else if (character === quote) quote = '';
    else if (quote === '' && /["']/.test(character)) quote = character;
    else parts.push(partOf(value, at, at + 1));
  }
  return quote === '' ? { text: joined(parts), end: at } : undefined;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['s', ' '],
  ['\\', '\\'],
  ['"', '"'],
  ["'", "'"],
  [';', ';'],
]);
const CODE = /^\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|([0-7]{3}))/;

/** What is no escape stands as it is written. */
function escapeAt(value: MappedText, at: number): { readonly text: MappedText; readonly end: number } | undefined {
  const [code = '', hex, unicode, octal] = CODE.exec(value.text.slice(at, at + 6)) ?? [];
  const character =
    octal !== undefined
      ? String.fromCharCode(Number.parseInt(octal, 8))
      : code === ''
        ? ESCAPES.get(value.text.charAt(at + 1))
        : String.fromCharCode(Number.parseInt(hex ?? unicode ?? '', 16));
  const end = at + (code.length || 2);
  const origin = originOf(value, { start: at, end });
  return character !== undefined && origin ? { text: asWhole(character, origin), end } : undefined;
}

const WHOLE = /^\$([A-Za-z_][A-Za-z0-9_]*)$/;
/** `$$`, `${NAME}`, `%%`, `%i`. */
const EXPANSION = /\$\$|\$\{([A-Za-z_][A-Za-z0-9_]*)\}|%%|%[A-Za-z]/g;

function expanded(word: MappedText, { expandsVariables }: UnitWordOptions): Omit<PlacedWord, 'at'> {
  const [, whole] = WHOLE.exec(word.text) ?? [];
  if (whole !== undefined && expandsVariables) {
    const at = { start: 0, end: word.text.length };
    return { text: word, fillIns: [{ at, name: whole, by: 'systemd', ifUnset: 'nothing' }] };
  }
  const pieces = [...word.text.matchAll(EXPANSION)]
    .filter(([written]) => expandsVariables || !written.startsWith('$'))
    .map(({ 0: written, 1: name, index: start }): ExpandedPiece => {
      const end = start + written.length;
      if (written === '$$' || written === '%%') return { start, end, escaped: written.charAt(0) };
      return {
        start,
        end,
        filled: { name: name ?? '', by: 'systemd', ifUnset: name === undefined ? 'unknown' : 'empty' },
      };
    });
  return expandedWord(word, pieces);
}
