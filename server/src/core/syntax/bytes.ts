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
  if (!BEYOND_ASCII.test(bytes)) return bytes;
  try {
    return decodeURIComponent(bytes.replace(/[%\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`));
  } catch {
    return bytes;
  }
}
