import type { TextEdit } from 'vscode-languageserver';
import { type Fix, hostEdits } from '../core/service.js';
import { isRecord } from './client-features.js';
import type { AnalysedFiles } from './diagnostics.js';
import { toProtocolRange } from './line-map.js';

/**
 * A fix in the addresses, ranges and versions of the protocol. A new secret stands in it as a placeholder: it is made
 * when the fix is chosen.
 */
export interface ProtocolFix {
  readonly title: string;
  readonly effect: Fix['effect'];
  readonly isPreferred: boolean;
  readonly changes: readonly FileChange[];
}

export interface FileChange {
  readonly uri: string;
  /** Of the document when it was analysed; null for a file on disk. */
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
}

export function protocolFixOf({ title, effect, isPreferred = false, edits }: Fix, files: AnalysedFiles): ProtocolFix {
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
  return { title, effect, isPreferred, changes };
}

/** What a client sent back: our own fix, or anything. */
export function isProtocolFix(value: unknown): value is ProtocolFix {
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
