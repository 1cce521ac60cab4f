import type { DecodedText } from '../core/syntax/bytes.js';

/** The bytes of a file from which its text was decoded. */
export function encode({ text, encoding }: DecodedText): Buffer {
  return Buffer.from(text, encoding === 'latin-1' ? 'latin1' : 'utf8');
}
