/** How the text of a file was made from its bytes: from it follows how many bytes a character is. */
export type TextEncoding = 'utf-8' | 'latin-1';

const BEYOND_ASCII = /[^\x00-\x7f]/;

/** The bytes of a text as a byte string, one character (0 to 255) a byte. A lone surrogate becomes U+FFFD's bytes. */
export function bytesOf(text: string, encoding: TextEncoding = 'utf-8'): string {
  if (encoding === 'latin-1' || !BEYOND_ASCII.test(text)) return text;
  let bytes = '';
  for (const character of text) bytes += utf8(character.codePointAt(0) ?? 0);
  return bytes;
}

function utf8(codePoint: number): string {
  const code = codePoint >= 0xd800 && codePoint <= 0xdfff ? 0xfffd : codePoint;
  if (code < 0x80) return String.fromCharCode(code);
  const tail = (shift: number) => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x800) return String.fromCharCode(0xc0 | (code >> 6), tail(0));
  if (code < 0x10000) return String.fromCharCode(0xe0 | (code >> 12), tail(6), tail(0));
  return String.fromCharCode(0xf0 | (code >> 18), tail(12), tail(6), tail(0));
}

/** The text that a byte string holds, read as UTF-8; bytes that are not UTF-8 stand as themselves. */
export function textOfBytes(bytes: string): string {
  return decodeBytes(bytes).text;
}

/** A file's text, and how it was made from its bytes. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * The text of a file, given as a byte string: UTF-8 where all of it is that, else one character a byte. A byte order
 * mark stays, for the server stumbles over it.
 */
export function decodeBytes(bytes: string): DecodedText {
  if (!BEYOND_ASCII.test(bytes)) return { text: bytes, encoding: 'utf-8' };
  let isUtf8 = true;
  // What stands between ASCII characters is whole sequences, if it is UTF-8 at all.
  const text = bytes.replace(/[\x80-\xff]+/g, (run) => {
    const decoded = isUtf8 ? decodeSequences(run) : undefined;
    isUtf8 = decoded !== undefined;
    return decoded ?? '';
  });
  return isUtf8 ? { text, encoding: 'utf-8' } : { text: bytes, encoding: 'latin-1' };
}

/** The least code point that takes so many bytes after the first: a smaller one is written with fewer. */
const LEAST_CODE_POINT = [0x80, 0x80, 0x800, 0x10000] as const;

/** Sequences of two to four bytes; undefined where one is not UTF-8. */
function decodeSequences(bytes: string): string | undefined {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes.charCodeAt(at++);
    const following = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
    let codePoint = lead & (0x3f >> following);
    for (let count = 0; count < following; count++) {
      const byte = bytes.charCodeAt(at++);
      if ((byte & 0xc0) !== 0x80) return undefined;
      codePoint = (codePoint << 6) | (byte & 0x3f);
    }
    const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
    if (codePoint < (LEAST_CODE_POINT[following] ?? 0) || isSurrogate || lead > 0xf4 || codePoint > 0x10ffff) {
      return undefined;
    }
    text += String.fromCodePoint(codePoint);
  }
  return text;
}
