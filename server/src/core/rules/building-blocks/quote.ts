import { isSafeValue, mayHoldCredential, shownLength } from '../../config/showing/shown-words.js';
import type { Vocabulary } from '../../config/showing/vocabulary.js';
import { type DirectiveName, factsOf } from '../../directives/catalog.js';
import { printable } from '../../text/printable.js';

const LONGEST = 40;
/** In the place of a word that may be a password: the finding marks it. */
const NOT_SHOWN = 'this word';

/**
 * A word of the user's in double quotes, of a kind that is no secret (a path, a host, a user, a number), in a line that
 * the server reads without complaint; cut to fit in a message. `"…"` where it brings a password along.
 */
export function quote(raw: string, longest = LONGEST): string {
  const visible = mayHoldCredential(raw) ? '…' : printable(withoutQuotes(raw));
  return `"${visible.length > longest ? `${visible.slice(0, longest - 1)}…` : visible}"`;
}

/** A word that stands in double quotes already. */
function withoutQuotes(raw: string): string {
  return raw.length > 1 && raw.startsWith('"') && raw.endsWith('"') ? raw.slice(1, -1) : raw;
}

/** A word where a name is expected, as far as it is one: else it may be a password in the wrong place. */
export function quoteName(raw: string, vocabulary: Vocabulary, prefix = '', longest = LONGEST): string {
  const length = shownLength(raw, vocabulary);
  if (length === raw.length) return quote(prefix + raw, longest);
  return length === 0 ? NOT_SHOWN : quote(`${prefix}${raw.slice(0, length).replace(/^["']/, '')}…`, longest);
}

/** A refused value, where it is of a kind that is no password or close to one that would be accepted. */
export function quoteValue(raw: string, accepted: readonly string[] = []): string {
  return raw.split(/[ \t]+/).every((word) => isSafeValue(word, accepted)) ? quote(raw) : NOT_SHOWN;
}

/** `a, b or c`; of a list longer than `most` the first ones. */
export function oneOf(words: readonly string[], most = 6): string {
  if (words.length > most) return `one of ${words.length} values, such as ${words.slice(0, 3).join(', ')}`;
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

/** A refused value of a directive, or just `the value` where it is a secret. */
export function shownValue(directive: DirectiveName, raw: string): string {
  const { sensitive, values } = factsOf(directive);
  return sensitive || directive === 'user' || directive === 'sentinel' ? 'the value' : quoteValue(raw, values);
}

const LONGEST_MESSAGE = 160;

/** The fact and, where a message has room for it, the remedy. */
export function sentence(fact: string, remedy: string): string {
  const begun = `${fact.charAt(0).toUpperCase()}${fact.slice(1)}`;
  const whole = `${begun} ${remedy}`;
  if (whole.length <= LONGEST_MESSAGE) return whole;
  return begun.length <= LONGEST_MESSAGE ? begun : `${begun.slice(0, LONGEST_MESSAGE - 2)}….`;
}
