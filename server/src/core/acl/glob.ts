const STAR = 0x2a;
const QUESTION = 0x3f;
const OPEN = 0x5b;
const CLOSE = 0x5d;
const CARET = 0x5e;
const DASH = 0x2d;
const BACKSLASH = 0x5c;

/**
 * Whether a key or channel matches a pattern as the server matches them: `*`, `?`, `[a-c]`, `[^a]`, `\x`.
 * Byte strings, case matters. Nothing but the empty pattern matches the empty text, not even `*` (measured on 7.0).
 * Takes time in proportion to both lengths multiplied, whatever the pattern.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  if (text === '') return pattern === '';
  let p = 0;
  let t = 0;
  let starAt = -1;
  let starText = 0;
  while (t < text.length) {
    if (pattern.charCodeAt(p) === STAR) {
      while (pattern.charCodeAt(p) === STAR) p++;
      if (p === pattern.length) return true;
      starAt = p;
      starText = t;
      continue;
    }
    const next = p < pattern.length ? matchOne(pattern, p, text.charCodeAt(t)) : -1;
    if (next >= 0) {
      p = next;
      t++;
    } else if (starAt >= 0) {
      p = starAt;
      t = ++starText;
    } else {
      return false;
    }
  }
  while (pattern.charCodeAt(p) === STAR) p++;
  return p >= pattern.length;
}

/** Where the pattern goes on after the one character that it matches at `at`; -1: it doesn't match. */
function matchOne(pattern: string, at: number, code: number): number {
  const first = pattern.charCodeAt(at);
  if (first === QUESTION) return at + 1;
  if (first === OPEN) return matchClass(pattern, at + 1, code);
  const literal = first === BACKSLASH && at + 1 < pattern.length ? at + 1 : at;
  return pattern.charCodeAt(literal) === code ? literal + 1 : -1;
}

function matchClass(pattern: string, from: number, code: number): number {
  const isNegated = pattern.charCodeAt(from) === CARET;
  let at = isNegated ? from + 1 : from;
  let isIn = false;
  for (; at < pattern.length; at++) {
    const first = pattern.charCodeAt(at);
    if (first === BACKSLASH && at + 1 < pattern.length) {
      at++;
      if (pattern.charCodeAt(at) === code) isIn = true;
    } else if (first === CLOSE) {
      break;
    } else if (pattern.charCodeAt(at + 1) === DASH && at + 2 < pattern.length) {
      const last = pattern.charCodeAt(at + 2);
      if (code >= Math.min(first, last) && code <= Math.max(first, last)) isIn = true;
      at += 2;
    } else if (first === code) {
      isIn = true;
    }
  }
  return isIn === isNegated ? -1 : Math.min(at + 1, pattern.length);
}
