import type { Dialect } from '../config/resolved-configuration.js';
import { secretSpans } from '../config/secret-spans.js';
import { type FileEdit, GENERATED_SECRET, GENERATED_SECRET_SHA256 } from '../rules/rule.js';
import type { ConfigFile } from '../syntax/config-file.js';
import { parseLine } from '../syntax/config-line.js';

/** Whether an edit takes a secret away or writes one, so that its text must not be shown. */
export function holdsSecret(file: ConfigFile, dialect: Dialect, { range: { start, end }, newText }: FileEdit): boolean {
  if (newText.includes(GENERATED_SECRET) || newText.includes(GENERATED_SECRET_SHA256)) return true;
  const textAt = (line: number): string => file.lines[line]?.text ?? '';
  const before = textAt(start.line).slice(0, start.character);
  const removed = linesBetween(textAt, start, end);
  const written = `${before}${newText}${textAt(end.line).slice(end.character)}`.split('\n');
  const isSecretIn = (lines: readonly string[], from: number, lastLength: number): boolean =>
    lines.some((text, index) =>
      secretSpans(parseLine(text, file.rules, file.encoding), dialect).some(
        (span) =>
          span.end > (index === 0 ? from : 0) && span.start < (index === lines.length - 1 ? lastLength : text.length),
      ),
    );
  const writtenEnd = (written.at(-1)?.length ?? 0) - (textAt(end.line).length - end.character);
  return isSecretIn(removed, start.character, end.character) || isSecretIn(written, start.character, writtenEnd);
}

function linesBetween(
  textAt: (line: number) => string,
  start: FileEdit['range']['start'],
  end: FileEdit['range']['end'],
): readonly string[] {
  return Array.from({ length: end.line - start.line + 1 }, (_, index) => textAt(start.line + index));
}
