import { COMMON_WORDS } from './data/common-passwords.js';

/** Why a password can be guessed, worst first. */
export type PasswordWeakness = 'empty' | 'common' | 'name' | 'repeated' | 'digits' | 'short' | 'predictable';

/** Redis answers about a million guesses a second; below this length guessing everything is a matter of hours. */
export const SHORTEST_PASSWORD = 16;
const LEAST_BITS = 60;
/** Longer passwords are weighed by their beginning: guessing that is enough. */
const LONGEST_LOOK = 64;
const RANDOM_TOKEN = /^(?:[0-9a-f]{32,}|[\w+/-]{32,}={0,2})$/i;
const LEAST_DISTINCT_IN_TOKEN = 10;

/**
 * What makes a password easy to guess; undefined when nothing does. It asks for no classes of characters: length and
 * randomness count. Random tokens (hexadecimal or base64, 32 characters and more) are fine.
 * @param value the password as text
 * @param names names that stand beside it: the user, the monitored master
 */
export function weaknessOf(value: string, names: readonly string[] = []): PasswordWeakness | undefined {
  const text = value.slice(0, LONGEST_LOOK);
  if (isCommon(text)) return 'common';
  if (names.some((name) => name !== '' && bare(name) === bare(text))) return 'name';
  if (new Set(text).size <= 1) return 'repeated';
  if (/^\d+$/.test(text) && text.length < 32) return 'digits';
  if (text.length < SHORTEST_PASSWORD) return 'short';
  if (RANDOM_TOKEN.test(text) && new Set(text.toLowerCase()).size >= LEAST_DISTINCT_IN_TOKEN) return undefined;
  return estimateBits(text, names) < LEAST_BITS ? 'predictable' : undefined;
}

/** A run of digits or letters, as they are counted. */
const COUNTED = ['01234567890123456789', '98765432109876543210', 'abcdefghijklmnopqrstuvwxyz'] as const;
/** `Aa123456`, `a12345678!`: what fills in a form that asks for a letter and a digit. */
const FORM_FILLER = /^[a-z]{1,4}[@#_.-]?(?:0?1234?5?6?7?8?9?0?|0987654321|654321|(\d)\1{2,63})[!@#$.*]*$/i;

/** One or two words of the list, in any case, with digits and symbols around or between them, or spelled in l33t. */
function isCommon(text: string): boolean {
  if (FORM_FILLER.test(text) || COUNTED.some((run) => run.includes(text.toLowerCase()))) return true;
  const stem = /^.*[a-z]/is.exec(text)?.[0] ?? '';
  return [bare(text), bare(unleet(text)), bare(unleet(stem))].some(isOneOrTwoWords);
}

function isOneOrTwoWords(text: string): boolean {
  if (COMMON_WORDS.has(text)) return true;
  for (let cut = 3; cut <= text.length - 3; cut++) {
    if (COMMON_WORDS.has(text.slice(0, cut)) && COMMON_WORDS.has(text.slice(cut))) return true;
  }
  return false;
}

/** Lower case, nothing but letters. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}

const LEET: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

function unleet(text: string): string {
  return text.toLowerCase().replace(/[013457@$]/g, (character) => LEET[character] ?? character);
}

/** About how many bits a guesser needs who knows words, runs and repetitions: a low estimate for patterns. */
function estimateBits(text: string, names: readonly string[]): number {
  const lower = text.toLowerCase();
  const near = names.map((name) => name.toLowerCase()).filter((name) => name.length > 2);
  const plain = unleet(text);
  let bits = 0;
  for (let at = 0; at < text.length; ) {
    const name = near.find((candidate) => lower.startsWith(candidate, at))?.length ?? 0;
    const word = Math.max(name, longestWordAt(lower, at) || longestWordAt(plain, at));
    const run = runLengthAt(lower, at);
    const repeated = repeatLengthAt(lower, at);
    const year = /^(?:19|20)\d\d/.test(text.slice(at)) ? 4 : 0;
    const length = Math.max(word, run, repeated, year, 1);
    bits += length === 1 ? bitsOfCharacter(text.charAt(at)) : bitsOfPattern(length, word, year);
    at += length;
  }
  return bits;
}

const BITS = { word: 10, run: 6, year: 7, digit: 3.3, letter: 4.7, separator: 2, other: 5.5 } as const;

function bitsOfPattern(length: number, word: number, year: number): number {
  if (length === word) return BITS.word;
  return length === year ? BITS.year : BITS.run;
}

function bitsOfCharacter(character: string): number {
  if (/\d/.test(character)) return BITS.digit;
  if (/[-_. ]/.test(character)) return BITS.separator;
  return /[a-z]/i.test(character) ? BITS.letter : BITS.other;
}

const LONGEST_WORD = 15;

/** Length of the longest listed word that begins there; 0: none. */
function longestWordAt(text: string, at: number): number {
  for (let length = Math.min(LONGEST_WORD, text.length - at); length >= 2; length--) {
    if (COMMON_WORDS.has(text.slice(at, at + length))) return length;
  }
  return 0;
}

/** Length of a run of neighbours (`abcd`, `4321`) or equals (`aaaa`) from there; 0 below three. */
function runLengthAt(text: string, at: number): number {
  const step = text.charCodeAt(at + 1) - text.charCodeAt(at);
  if (!(Math.abs(step) <= 1)) return 0;
  let end = at + 1;
  while (end + 1 < text.length && text.charCodeAt(end + 1) - text.charCodeAt(end) === step) end++;
  const length = end - at + 1;
  return length >= 3 ? length : 0;
}

/** Length of what stood right before already (`abcabc`), from four characters on; else 0. */
function repeatLengthAt(text: string, at: number): number {
  for (let length = Math.min(at, text.length - at); length >= 4; length--) {
    if (text.slice(0, at).includes(text.slice(at, at + length))) return length;
  }
  return 0;
}
