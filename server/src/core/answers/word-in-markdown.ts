import { isShownUserName, mayHoldCredential } from '../config/showing/shown-words.js';
import { textOfBytes } from '../syntax/bytes.js';
import { codeSpan } from '../text/markdown.js';

const LONGEST = 200;

/** A word of the user's (a byte string) of a kind that is no secret: a pattern, an argument. */
export function wordInMarkdown(bytes: string): string {
  const text = textOfBytes(bytes);
  return codeSpan(mayHoldCredential(text) ? '…' : text.slice(0, LONGEST));
}

/** The name of a user (a byte string), unless a password stands in its place. */
export function userInMarkdown(bytes: string): string {
  return isShownUserName(textOfBytes(bytes)) ? wordInMarkdown(bytes) : codeSpan('…');
}
