import { type Unread, unreadFrom } from '../../config/unread.js';
import { originOf } from '../../text/mapped-text.js';
import type { HostDocument } from '../host-document.js';
import type { ArgumentWord } from '../host-reading.js';

/** The first word behind that of the file that may come to be options that nobody knows. */
export function unknownOptions(document: HostDocument, words: readonly ArgumentWord[]): readonly Unread[] {
  const word = words.slice(1).find(mayHoldOptions);
  const at = word && originOf(word.text, { start: 0, end: word.text.text.length });
  if (!word || !at) return [];
  return [unreadFrom({ status: 'unknown', reason: 'program' }, word.text.text, document.locationOf(at))];
}

const NAME_OF_OPTIONS = /ARGS|ARGUMENTS|OPTS|OPTIONS|FLAGS|PARAMS|EXTRA/i;

/** An unquoted variable that is a word by itself may come to be several, and options among them. */
function mayHoldOptions({ text: { text }, fillIns }: ArgumentWord): boolean {
  const [fillIn] = fillIns;
  if (!fillIn || fillIn.at.start > 0 || fillIn.at.end < text.length) return false;
  const isWord = fillIn.ifUnset !== 'empty' && fillIn.ifUnset !== 'stops';
  return isWord && (NAME_OF_OPTIONS.test(fillIn.name) || /^\$(?:[@*]|\{\w{1,100}:?\+\s*["']?--)/.test(text));
}
