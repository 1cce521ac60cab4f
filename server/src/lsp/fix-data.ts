import type { TextEdit } from 'vscode-languageserver';
import { type Finding, type Fix, hostEdits } from '../core/service.js';
import { isRecord } from './client-features.js';
import type { AnalysedFiles } from './diagnostics.js';
import { toProtocolRange } from './line-map.js';

/**
 * What a diagnostic carries for its quick fixes, so that a menu needs no second analysis. A new secret stands in it as
 * a placeholder: it is made when the fix is chosen.
 */
export interface FixData {
  readonly fixes: readonly CarriedFix[];
}

export interface CarriedFix {
  readonly title: string;
  readonly safety: Fix['safety'];
  readonly isPreferred: boolean;
  readonly changes: readonly FileChange[];
}

export interface FileChange {
  readonly uri: string;
  /** Of the document when it was analysed; null for a file on disk. */
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
}

export function fixDataOf({ fixes }: Finding, files: AnalysedFiles): FixData {
  return { fixes: fixes.map((fix) => carriedFix(fix, files)) };
}

function carriedFix({ title, safety, isPreferred = false, edits }: Fix, files: AnalysedFiles): CarriedFix {
  const paths = [...new Set(edits.map(({ path }) => path))];
  const changes = paths.flatMap((path): FileChange[] => {
    const file = files.fileOf(path);
    const map = files.lineMapOf(path);
    if (!file || !map) return [];
    const own = hostEdits(
      file,
      edits.filter((edit) => edit.path === path),
    );
    return [
      {
        uri: files.uriOf(path),
        version: files.versionOf(path),
        edits: own.map(({ range, newText }) => ({ range: toProtocolRange(map, range), newText })),
      },
    ];
  });
  return { title, safety, isPreferred, changes };
}

/** What a client sent back: our own data, or anything. */
export function isFixData(data: unknown): data is FixData {
  return isRecord(data) && Array.isArray(data.fixes) && data.fixes.every(isCarriedFix);
}

export function isCarriedFix(value: unknown): value is CarriedFix {
  return (
    isRecord(value) &&
    typeof value.title === 'string' &&
    Array.isArray(value.changes) &&
    value.changes.every(isFileChange)
  );
}

function isFileChange(value: unknown): value is FileChange {
  return isRecord(value) && typeof value.uri === 'string' && Array.isArray(value.edits);
}
