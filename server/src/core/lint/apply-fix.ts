import { type Fix, GENERATED_SECRET, GENERATED_SECRET_SHA256, type SourceEdit } from '../rules/rule.js';
import { type ConfigFile, textOf } from '../syntax/config-file.js';
import { textEditsOf } from '../syntax/whole-document.js';
import { applyEdits } from '../text/edit.js';
import { linesWritten, rewritten } from '../text/line-edit.js';

/** A secret and its SHA-256, both in lower-case hexadecimal digits; made by the host. */
export interface GeneratedSecret {
  readonly secret: string;
  readonly sha256: string;
}

/** Whether a fix needs a secret from the host before it can be applied. */
export function needsSecret({ edits }: Fix): boolean {
  return edits.flatMap(linesWritten).some(waitsForSecret);
}

/** Whether a secret that does not exist yet stands in a text. */
export function waitsForSecret(text: string): boolean {
  return text.includes(GENERATED_SECRET) || text.includes(GENERATED_SECRET_SHA256);
}

/** The fix with the secret in the places that wait for it. */
export function fillSecret(fix: Fix, { secret, sha256 }: GeneratedSecret): Fix {
  const fill = (text: string) => text.replaceAll(GENERATED_SECRET, secret).replaceAll(GENERATED_SECRET_SHA256, sha256);
  return { ...fix, edits: fix.edits.map((edit) => ({ ...rewritten(edit, fill), source: edit.source })) };
}

/** The lines of a source, as a text by themselves, after the edits that concern it. @throws RangeError when they overlap. */
export function applySourceEdits(source: string, file: ConfigFile, edits: readonly SourceEdit[]): string {
  const own = edits.filter((edit) => edit.source === source);
  return applyEdits(textOf(file), textEditsOf(file, own));
}
