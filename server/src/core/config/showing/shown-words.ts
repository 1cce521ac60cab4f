import { hostFault, isNumericHost } from '../../directives/addresses.js';
import { nearestTo } from '../../directives/nearest.js';
import { hasPlaceholder } from '../reading/placeholders.js';
import { passwordNameIn, type Vocabulary } from './vocabulary.js';

/**
 * How many leading characters of a word, as it is written, may be shown where a name is expected: all of a known name,
 * of one that is close to it or made of parts of known ones; of `requirepass=x` the name; of anything else none, for it
 * may be a password that slipped into the wrong place.
 */
export function shownLength(raw: string, vocabulary: Vocabulary): number {
  const [opening, closing] = quotesAround(raw);
  const word = raw.slice(opening, raw.length - closing);
  const length = shownStart(word, vocabulary);
  if (length === word.length) return raw.length;
  return length === 0 ? 0 : opening + length;
}

function quotesAround(raw: string): readonly [opening: number, closing: number] {
  const mark = raw.charAt(0);
  if (mark !== '"' && mark !== "'") return [0, 0];
  return [1, raw.length > 1 && raw.endsWith(mark) ? 1 : 0];
}

function shownStart(word: string, vocabulary: Vocabulary): number {
  if (vocabulary.names.has(word.toLowerCase())) return word.length;
  const head = /^[\w.|-]*/.exec(word)?.[0] ?? '';
  if (head.length < word.length) return head === '' ? 0 : shownStart(head, vocabulary);
  const password = passwordNameIn(word);
  if (password !== undefined && /[a-z0-9]/i.test(word.charAt(password.length))) return password.length;
  return isLikeKnown(word, vocabulary) ? word.length : 0;
}

const LONGEST_NAME = 60;

function isLikeKnown(word: string, { names, parts }: Vocabulary): boolean {
  if (word === '') return true;
  if (word.length > LONGEST_NAME) return false;
  const own = word.toLowerCase().split(/[-_.|]/);
  const isMadeOfParts =
    own.every((part) => parts.has(part) || /^\d{1,5}$/.test(part)) && own.some((part) => parts.has(part));
  return isMadeOfParts || isBeginning(word.toLowerCase(), names) || nearestTo(word, names).length > 0;
}

const SHORTEST_BEGINNING = 3;

/** `danger` for `dangerous`, as people shorten names. */
function isBeginning(word: string, names: Iterable<string>): boolean {
  return word.length >= SHORTEST_BEGINNING && [...names].some((name) => name.startsWith(word));
}

/** Whether a word is one of the vocabulary's, in any case. */
export function isKnownWord(raw: string, { names }: Vocabulary): boolean {
  return names.has(raw.toLowerCase());
}

/** A number, perhaps with separators of thousands, and a unit of memory or time, or a percent sign. */
const AMOUNT = /^[-+]?\d[\d_.,']{0,14}(?:%|[kmgtp]?i?b?|bytes?|ms|s|secs?|min|h|d)$/i;
/** `rwxr-x---`, `0o770`. */
const PERMISSIONS = /^(?:(?:[r-][w-][x-]){3}|0?o[0-7]{3})$/;
/** Shorter words are units, letters of flags, typing errors: too short for a password. */
const SHORTEST_PASSWORD = 3;
const SWITCHES = ['yes', 'no', 'on', 'off', 'true', 'false', 'enabled', 'disabled', 'none', 'default', 'auto'];
/** An address with what people write around it: a leading mark, a scheme, brackets, a port, a mask. */
const AROUND_ADDRESS = /^(?:-|[a-z]{2,8}:\/\/)?(?:\[([\da-f:.]+)\]|([\d.]+|[\da-f:.]+|\*))(?::\d{1,5}|\/\d{1,3})?$/i;
const ADDRESS_WORDS: ReadonlySet<string> = new Set(['*', '::*', 'localhost']);

/**
 * Whether a value may be shown wherever it stands: a number, an amount, an address, or close to a value that would be
 * accepted there. All else may be a password that slipped into the wrong place.
 */
export function isSafeValue(raw: string, accepted: readonly string[] = []): boolean {
  const [opening, closing] = quotesAround(raw);
  const value = raw.slice(opening, raw.length - closing);
  if (value.length < SHORTEST_PASSWORD || AMOUNT.test(value) || PERMISSIONS.test(value)) return true;
  if (value.split(/[,;]/).every(isAddress)) return true;
  return value.length <= LONGEST_NAME && nearestTo(value, [...SWITCHES, ...accepted]).length > 0;
}

/** Without the zone, which may be any word. */
function isAddress(text: string): boolean {
  if (ADDRESS_WORDS.has(text.replace(/^-/, ''))) return true;
  const [, bracketed, plain] = AROUND_ADDRESS.exec(text) ?? [];
  return isNumericHost(bracketed ?? plain ?? '') || /^[\d.*]{1,19}$/.test(text);
}

/** Placeholders that are a name and nothing else. */
const BARE_PLACEHOLDER = /\$\{\w+\}|\{\{ ?[\w.]+ ?\}\}|@[A-Z][A-Z0-9_]*@/g;

/** Blanks to the eye that are none to the server: what looks like two words is one. */
const BLANK_IN_WORD = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/**
 * Whether a word of a kind that is no secret (a path, a host, a user, a pattern) brings one along: `redis://app:pw@db`,
 * `${NAME:-pw}`.
 */
export function mayHoldCredential(raw: string): boolean {
  if (BLANK_IN_WORD.test(raw)) return true;
  const scheme = raw.indexOf('://');
  if (scheme >= 0 && raw.includes('@', scheme)) return true;
  return hasPlaceholder(raw) && hasPlaceholder(raw.replace(BARE_PLACEHOLDER, ''));
}

/**
 * A path that a line names, without the password that it brings along where it is the address of a server; who resolved it
 * left one slash of two.
 */
export function shownPath(path: string): string {
  const scheme = path.indexOf(':/');
  const user = path.lastIndexOf('@');
  const shown = scheme >= 0 && user > scheme ? `${path.slice(0, scheme)}:/…${path.slice(user)}` : path;
  return mayHoldCredential(shown) ? '…' : shown;
}

/** Whether a word can be the address or the name of a host. */
export function isHost(raw: string): boolean {
  const host = raw.replace(/^-/, '');
  return ADDRESS_WORDS.has(host) || (hostFault(host) === undefined && !mayHoldCredential(host));
}

/** Whether somebody's user name may be shown: one that begins like a password or hash of an ACL rule lacks the name. */
export function isShownUserName(raw: string): boolean {
  return !/^["']?[>#<!]/.test(raw) && !mayHoldCredential(raw);
}
