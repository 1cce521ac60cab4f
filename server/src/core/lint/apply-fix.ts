import { type FileEdit, type Fix, GENERATED_SECRET, GENERATED_SECRET_SHA256 } from '../rules/rule.js';
import { type ConfigFile, clampPosition, hostRange, lineEndingOf, textOf } from '../syntax/config-file.js';
import { applyEdits, type TextEdit } from '../text/edit.js';
import type { Position } from '../text/span.js';

/** A secret and its SHA-256, both in lower-case hexadecimal digits; made by the host. */
export interface GeneratedSecret {
  readonly secret: string;
  readonly sha256: string;
}

/** Whether a fix needs a secret from the host before it can be applied. */
export function needsSecret({ edits }: Fix): boolean {
  return edits.some(({ newText }) => newText.includes(GENERATED_SECRET) || newText.includes(GENERATED_SECRET_SHA256));
}

/** The fix with the secret in the places that wait for it. */
export function fillSecret(fix: Fix, { secret, sha256 }: GeneratedSecret): Fix {
  const fill = (text: string) => text.replaceAll(GENERATED_SECRET, secret).replaceAll(GENERATED_SECRET_SHA256, sha256);
  return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, newText: fill(edit.newText) })) };
}

/** The edits of one file in the coordinates of its host document, within its bounds, with the file's own line ends. */
export function hostEdits(file: ConfigFile, edits: readonly FileEdit[]): readonly TextEdit[] {
  const lineEnding = lineEndingOf(file);
  const hostPosition = (position: Position): Position => {
    const { line, character } = clampPosition(file, position);
    return hostRange(file, line, { start: character, end: character }).start;
  };
  return edits.map(({ range: { start, end }, newText }) => ({
    range: { start: hostPosition(start), end: hostPosition(end) },
    newText: newText.replaceAll('\n', lineEnding),
  }));
}

/** The text of a file after the edits that concern it. @throws RangeError when they overlap. */
export function applyFileEdits(path: string, file: ConfigFile, edits: readonly FileEdit[]): string {
  return applyEdits(
    textOf(file),
    hostEdits(
      file,
      edits.filter((edit) => edit.source === path),
    ),
  );
}
