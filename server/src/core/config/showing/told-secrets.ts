import type { Span } from '../../text/span.js';
import { isSafeValue } from './shown-words.js';

/** In the name of what holds a secret: of a variable, a key, an option. */
const SECRET_NAME = /pass|pwd|secret|token|credential|auth(?!or|enticat)|api[_-]?key|private[_-]?key/i;
/** What such a name leads to is no secret itself. */
const ELSEWHERE = /(?:file|name|ref|path|user|enabled|sentinel|existingSecret)$/i;

/** Whether a name tells that what stands behind it is a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !ELSEWHERE.test(name);
}

/** A name of a variable, with what compose says where nobody sets it. */
const REFERENCES: readonly RegExp[] = [
  /^\$\{?\w+\}?$/,
  /^\$\{\w+:?\?[A-Za-z_ .,']*\}$/,
  /^\$\(\w+\)$/,
  /^\{\{ ?[\w. -]+ ?\}\}$/,
];

/** Whether a text says where a secret comes from, and nothing of it. */
export function isReference(text: string): boolean {
  const bare = text.replace(/^["']/, '').replace(/["']$/, '');
  return REFERENCES.some((pattern) => pattern.test(bare));
}

/**
 * Where a line of any language says a secret: behind a name that tells of one, behind the option of a client, in the
 * address of a server, as what a variable falls back to.
 */
export function secretsToldIn(text: string, before: string | undefined): readonly Span[] {
  return [
    ...assigned(text),
    ...behindOptions(text),
    ...inAddresses(text),
    ...fallbacks(text),
    ...carriedOn(text, before),
  ].filter(({ start, end }) => !isSafeValue(text.slice(start, end)));
}

/** `NAME=value`, `name: value`. */
function assigned(text: string): readonly Span[] {
  return [...text.matchAll(/[\w.-]+/g)].flatMap(({ 0: name, index }): readonly Span[] => {
    // What stands behind the name of a variable in braces is said by `fallbacks`.
    if (!isSecretName(name) || text.slice(0, index).endsWith('${')) return [];
    const behind = text.slice(index + name.length);
    const separator = /^["']?[ \t]?(?:[=:]|=>|:=)[ \t]*/.exec(behind)?.[0];
    if (separator === undefined) return [];
    const start = index + name.length + separator.length;
    if (/^[[{&*|>]/.test(text.slice(start))) return [];
    return valueAt(text, start, { name: index, isKey: !separator.includes('=') });
  });
}

/** To the end of the line, but of `NAME=value` among others to its quote or the next blank. */
function valueAt(
  text: string,
  start: number,
  { name, isKey }: { readonly name: number; readonly isKey: boolean },
): readonly Span[] {
  const end = text.trimEnd().length;
  if (start >= end) return [];
  const isAlone = /^[\s"'-]*$/.test(text.slice(0, name));
  const opening = text.charAt(name - 1);
  const quote = /["']/.test(text.charAt(start)) ? text.charAt(start) : !isKey && /["']/.test(opening) ? opening : '';
  const closing = quote === '' ? -1 : text.indexOf(quote, start + 1);
  if (closing >= 0) return [{ start, end: closing + (text.charAt(start) === quote ? 1 : 0) }];
  if (isKey || isAlone) return [{ start, end }];
  const blank = text.slice(start).search(/[\s"']/);
  return [{ start, end: blank < 0 ? end : start + blank }];
}

/** Between words of a command line, however it is written. */
const WORD = /[^\s"',[\]]+/g;
const CLIENT = /(?:redis|valkey|keydb)-(?:cli|benchmark)/i;

function isOption(word: string, text: string): boolean {
  return (word === '-a' && CLIENT.test(text)) || isBareOption(word);
}

const isBareOption = (word: string): boolean =>
  /^-{0,2}[\w-]+$/.test(word) && isSecretName(word) && !/askpass$/i.test(word);

/** `--pass value`, `requirepass value`, `auth-pass master value`, `ENV NAME value`. */
function behindOptions(text: string): readonly Span[] {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  return words.flatMap(({ word, end }, index): readonly Span[] => {
    if (!isOption(word, text) || /^["']?[ \t]?[=:]/.test(text.slice(end))) return [];
    return words.slice(index + 1, index + (/^-{0,2}auth-pass$/i.test(word) ? 3 : 2));
  });
}

/** `redis://user:password@host`. */
function inAddresses(text: string): readonly Span[] {
  return [...text.matchAll(/[^\s"']+/g)].flatMap(({ 0: word, index }): readonly Span[] => {
    const scheme = word.indexOf('://');
    const at = word.lastIndexOf('@');
    if (scheme < 0 || at < scheme) return [];
    const colon = word.indexOf(':', scheme + 3);
    const start = colon >= 0 && colon < at ? colon + 1 : scheme + 3;
    return [{ start: index + start, end: index + at }];
  });
}

/** `${NAME:-value}`. */
function fallbacks(text: string): readonly Span[] {
  return [...text.matchAll(/\$\{(\w{1,100}):?[-=+]([^}]{0,500})/g)].flatMap(({ 0: whole, 1: name = '', index }) => {
    const start = index + whole.indexOf(name) + name.length;
    const value = start + (/^:?[-=+]/.exec(text.slice(start))?.[0].length ?? 0);
    return isSecretName(name) ? [{ start: value, end: index + whole.length }] : [];
  });
}

/** The value of a name, or of an option, that stands on the line before. */
function carriedOn(text: string, before: string | undefined): readonly Span[] {
  if (before === undefined) return [];
  const named = /^[ \t]*(?:- )?name:[ \t]*["']?([\w.-]+)["']?$/.exec(before.trimEnd())?.[1];
  const value = /^[ \t]*(?:- )?value:[ \t]*(?=\S)/.exec(text)?.[0];
  const end = text.trimEnd().length;
  if (named !== undefined && isSecretName(named) && value !== undefined) return [{ start: value.length, end }];
  const block = /^(?:- )?["']?([\w.-]+)["']?:[ \t][|>][-+\d]{0,2}$/.exec(before.trim())?.[1];
  if (block !== undefined && isSecretName(block)) return [{ start: text.length - text.trimStart().length, end }];
  const words = [...before.matchAll(WORD)].map(([word]) => word);
  const last = words.at(-1) ?? '';
  const isOfList = words.length === (words[0] === '-' ? 2 : 1) && !/:$/.test(before.trimEnd());
  if (!isOfList || !(last === '-a' || isBareOption(last))) return [];
  const start = /^[ \t]*(?:- )?/.exec(text)?.[0].length ?? 0;
  return start < end ? [{ start, end }] : [];
}
