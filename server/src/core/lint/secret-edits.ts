import { hiddenWords, placesOf } from '../config/showing/hidden-words.js';
import type { LinesShown } from '../config/showing/lines-shown.js';
import type { ConfigFile } from '../syntax/config-file.js';
import { type LineEdit, linesWritten } from '../text/line-edit.js';
import { waitsForSecret } from './apply-fix.js';

/** Whether an edit writes what must not be shown, or what was hidden before it. */
export function holdsSecret(file: ConfigFile, { hiddenAt, hiddenIn }: LinesShown, edit: LineEdit): boolean {
  const written = linesWritten(edit);
  if (written.some(waitsForSecret)) return true;
  const touched = linesTouched(edit);
  const textAt = (line: number): string | undefined => file.lines.at(line)?.text;
  // Nobody would read it, and each of its findings would have it looked through once more.
  if (touched.some((line) => file.lines.long.includes(line))) return true;
  const { head, tail, line } = around(edit, textAt);
  const isHidden = written.some((text, index) => {
    const before = index === 0 ? textAt(line - 1) : written[index - 1];
    const [from, to] = [head.length, head.length + text.length];
    return hiddenIn(`${head}${text}${tail}`, before).some((span) => span.end > from && span.start < to);
  });
  const words = touched.flatMap((at) => hiddenWords(textAt(at) ?? '', hiddenAt(at)));
  return isHidden || words.some((word) => written.some((text) => placesOf(word, text).length > 0));
}

/** The lines whose words an edit may carry on: of an insertion those on both sides. */
function linesTouched(edit: LineEdit): readonly number[] {
  return edit.kind === 'insert' ? [edit.before - 1, edit.before] : [edit.line];
}

/** What stands before and behind what is written, on the same line. */
function around(edit: LineEdit, textAt: (line: number) => string | undefined) {
  if (edit.kind !== 'replace') return { head: '', tail: '', line: edit.kind === 'insert' ? edit.before : edit.line };
  const text = textAt(edit.line) ?? '';
  return { head: text.slice(0, edit.at.start), tail: text.slice(edit.at.end), line: edit.line };
}
