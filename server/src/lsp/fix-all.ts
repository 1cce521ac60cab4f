import { chooseFixesOf, type Fix, hostEdits, isSafe } from '../core/service.js';
import { toProtocolRange } from './line-map.js';
import type { FileChange } from './protocol-fix.js';
import type { Report } from './reports.js';

/** Fixes of one document that are applied together. */
export interface FixAll {
  readonly change: FileChange;
  /** How many fixes the change consists of. */
  readonly fixed: number;
}

/** Whether a fix changes nothing for anybody who uses the server. */
export const changesNothing = ({ effect }: Fix): boolean => effect === 'none';

/** The fixes of a document's findings that need no decision, as far as `accepts` lets them pass; undefined: none. */
export function fixAllOf({ document, analyses }: Report, accepts: (fix: Fix) => boolean = isSafe): FixAll | undefined {
  const findings = analyses.flatMap(({ result }) => result.findings.filter(({ at }) => at.path === document.path));
  const fixes = chooseFixesOf(document.path, findings, accepts);
  if (fixes.length === 0) return undefined;
  const edits = hostEdits(
    document.file,
    fixes.flatMap((fix) => fix.edits),
  );
  return {
    change: {
      uri: document.uri,
      version: document.version,
      edits: edits.map(({ range, newText }) => ({ range: toProtocolRange(document.lineMap, range), newText })),
    },
    fixed: fixes.length,
  };
}
