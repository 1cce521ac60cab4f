import { type PatternPart, takesAll } from '../text/wildcards.js';

/**
 * Whether a key or channel matches a pattern as the server matches them: `*`, `?`, `[a-c]`, `[^a]`, `\x`.
 * Byte strings, case matters. Nothing but the empty pattern matches the empty text, not even `*` (measured on 7.0).
 * Takes time in proportion to the length of the text squared and of the pattern, whatever they hold.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  return text === '' ? pattern === '' : takesAll(partsOf(pattern), text);
}

function partsOf(pattern: string): readonly PatternPart<string>[] {
  const parts: PatternPart<string>[] = [];
  for (let at = 0; at < pattern.length; ) {
    const first = pattern.charAt(at);
    if (first === '[') {
      const { part, end } = classAt(pattern, at + 1);
      parts.push(part);
      at = end;
    } else if (first === '*' || first === '?') {
      parts.push(first === '*' ? '*' : () => true);
      at++;
    } else {
      const literal = first === '\\' && at + 1 < pattern.length ? at + 1 : at;
      const meant = pattern.charAt(literal);
      parts.push((byte) => byte === meant);
      at = literal + 1;
    }
  }
  return parts;
}

/** A class from behind its `[`; one that is not closed reaches to the end of the pattern. */
function classAt(pattern: string, from: number): { readonly part: PatternPart<string>; readonly end: number } {
  const isNegated = pattern.charAt(from) === '^';
  const ranges: (readonly [string, string])[] = [];
  let at = isNegated ? from + 1 : from;
  for (; at < pattern.length && pattern.charAt(at) !== ']'; at++) {
    const first = pattern.charAt(at);
    if (first === '\\' && at + 1 < pattern.length) {
      const meant = pattern.charAt(++at);
      ranges.push([meant, meant]);
    } else if (pattern.charAt(at + 1) === '-' && at + 2 < pattern.length) {
      const last = pattern.charAt(at + 2);
      ranges.push(first < last ? [first, last] : [last, first]);
      at += 2;
    } else {
      ranges.push([first, first]);
    }
  }
  const isIn = (byte: string) => ranges.some(([low, high]) => low <= byte && byte <= high);
  return { part: (byte) => isIn(byte) !== isNegated, end: Math.min(at + 1, pattern.length) };
}
