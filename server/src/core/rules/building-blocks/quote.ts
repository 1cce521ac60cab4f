import { type DirectiveName, factsOf } from '../../directives/catalog.js';

const LONGEST = 40;

/** A word of the user's in double quotes, cut to fit in a message; control characters become visible. Never for a secret. */
export function quote(raw: string, longest = LONGEST): string {
  const visible = raw.replace(/[\x00-\x1f\x7f]/g, '\ufffd');
  return `"${visible.length > longest ? `${visible.slice(0, longest - 1)}…` : visible}"`;
}

/** `a, b or c`; of a list longer than `most` the first ones. */
export function oneOf(words: readonly string[], most = 6): string {
  if (words.length > most) return `one of ${words.length} values, such as ${words.slice(0, 3).join(', ')}`;
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

/** A value of a directive in quotes, or just `The value` where it is a secret. */
export function shownValue(directive: DirectiveName, raw: string): string {
  return factsOf(directive).sensitive || directive === 'user' || directive === 'sentinel' ? 'the value' : quote(raw);
}

const LONGEST_MESSAGE = 160;

/** The fact and, where a message has room for it, the remedy. */
export function sentence(fact: string, remedy: string): string {
  const whole = `${fact.charAt(0).toUpperCase()}${fact.slice(1)} ${remedy}`;
  if (whole.length <= LONGEST_MESSAGE) return whole;
  return fact.length <= LONGEST_MESSAGE ? fact : `${fact.slice(0, LONGEST_MESSAGE - 2)}….`;
}
