import { parseFile } from '../../syntax/config-file.js';
import { textEditsOf } from '../../syntax/whole-document.js';
import { applyEdits } from '../../text/edit.js';
import type { LineEdit } from '../../text/line-edit.js';

/** What edits of its lines leave of a text. @throws RangeError when two edits overlap */
export function editedText(text: string, edits: readonly LineEdit[]): string {
  return applyEdits(text, textEditsOf(parseFile(text), edits));
}
