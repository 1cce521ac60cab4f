import { bytesOf, type TextEncoding } from '../syntax/bytes.js';
import type { Word } from '../syntax/word.js';

/** One line of an ACL file as the server's ACL loader reads it: its own rules, not those of redis.conf. */
export type AclFileLine =
  | { readonly kind: 'blank' }
  /** The first character is `#`. Refused before Redis 8.8. */
  | { readonly kind: 'comment'; readonly start: number; readonly end: number }
  /** Anything that does not begin with `user NAME`. */
  | { readonly kind: 'other'; readonly start: number; readonly end: number }
  | { readonly kind: 'user'; readonly name: Word; readonly rules: readonly Word[] };

const HASH = 0x23;

/**
 * Trims blanks, tabs, CR and LF, and cuts at every single blank: repeated blanks make empty words, quotes are ordinary
 * characters, `user` must be in lower case. Rules are trimmed of tabs at their edges; a tab between words is part of one.
 */
export function readAclFileLine(text: string, encoding: TextEncoding = 'utf-8'): AclFileLine {
  let start = 0;
  let end = text.length;
  while (start < end && isTrimmed(text.charCodeAt(start))) start++;
  while (end > start && isTrimmed(text.charCodeAt(end - 1))) end--;
  if (start === end) return { kind: 'blank' };
  if (text.charCodeAt(start) === HASH) return { kind: 'comment', start, end };
  if (!text.startsWith('user ', start) || start + 5 > end) return { kind: 'other', start, end };
  const words: Word[] = [];
  for (let at = start + 5; at <= end; ) {
    const blank = text.indexOf(' ', at);
    const to = blank < 0 || blank > end ? end : blank;
    words.push(words.length === 0 ? wordOf(text, at, to, encoding) : trimmedWord(text, at, to, encoding));
    at = to + 1;
  }
  const [name, ...rules] = words;
  return name ? { kind: 'user', name, rules } : { kind: 'other', start, end };
}

const isTrimmed = (code: number): boolean => code === 0x20 || isTrimmedFromRule(code);
const isTrimmedFromRule = (code: number): boolean => code === 0x09 || code === 0x0d || code === 0x0a;

function trimmedWord(text: string, from: number, to: number, encoding: TextEncoding): Word {
  let start = from;
  let end = to;
  while (start < end && isTrimmedFromRule(text.charCodeAt(start))) start++;
  while (end > start && isTrimmedFromRule(text.charCodeAt(end - 1))) end--;
  return wordOf(text, start, end, encoding);
}

function wordOf(text: string, start: number, end: number, encoding: TextEncoding): Word {
  const raw = text.slice(start, end);
  return { raw, value: bytesOf(raw, encoding), quote: 'plain', start, end };
}
