import { hiddenInText, type LineContext } from '../config/showing/hidden-spans.js';
import { hiddenWords, placesOf } from '../config/showing/hidden-words.js';
import { type FileEdit, GENERATED_SECRET, GENERATED_SECRET_SHA256 } from '../rules/rule.js';
import type { ConfigFile } from '../syntax/config-file.js';
import { isLong } from '../syntax/config-line.js';

/** Whether an edit writes what must not be shown, or what was hidden before it. */
export function holdsSecret(
  file: ConfigFile,
  context: LineContext,
  { range: { start, end }, newText }: FileEdit,
): boolean {
  if (newText.includes(GENERATED_SECRET) || newText.includes(GENERATED_SECRET_SHA256)) return true;
  const touched = file.lines.slice(start.line, end.line + 1);
  // Nobody would read it, and each of its findings would have it looked through once more.
  if (touched.some(isLong)) return true;
  const textAt = (line: number): string => file.lines[line]?.text ?? '';
  const hiddenIn = (text: string, before: string | undefined) => hiddenInText(text, before, file, context);
  const head = textAt(start.line).slice(0, start.character);
  const tail = textAt(end.line).slice(end.character);
  const written = `${head}${newText}${tail}`.split('\n');
  const isHidden = written.some((text, index) => {
    const from = index === 0 ? head.length : 0;
    const to = index === written.length - 1 ? text.length - tail.length : text.length;
    const before = index === 0 ? file.lines[start.line - 1]?.text : written[index - 1];
    return hiddenIn(text, before).some((span) => span.end > from && span.start < to);
  });
  const words = touched.flatMap(({ text }, index) =>
    hiddenWords(text, hiddenIn(text, file.lines[start.line + index - 1]?.text)),
  );
  return isHidden || words.some((word) => placesOf(word, newText).length > 0);
}
