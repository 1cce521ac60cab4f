import {
  documentsIn,
  editsBetween,
  type Fix,
  fixInRounds,
  isSafe,
  type Linting,
  type LintResult,
  needsSecret,
  reportsByFile,
  rootResultOf,
  textOf,
} from '../../core/service.js';
import type { Analyses } from './analysis.js';
import type { FileChange } from './protocol-fix.js';
import type { Report } from './reports.js';

/** Fixes of one document that are applied together. */
export interface FixAll {
  /** Undefined: there is nothing to change. */
  readonly change: FileChange | undefined;
  /** How many fixes the change consists of. */
  readonly fixed: number;
  /** How many findings are left whose first fix somebody has to decide about. */
  readonly undecided: number;
}

/** Whether a fix changes nothing for anybody who uses the server. */
export const changesNothing = ({ effect }: Fix): boolean => effect === 'none';

/**
 * The fixes of a document's findings that stay in it and need no decision, as far as `accepts` lets them pass, to the
 * end.
 */
export function fixAllOf(
  { document, analyses, results }: Report,
  { withTexts }: Pick<Analyses, 'withTexts'>,
  accepts: (fix: Fix) => boolean = isSafe,
): FixAll {
  const { path, uri, version, places } = document;
  const isAlone = (fix: Fix) => !needsSecret(fix) && fix.edits.every((edit) => edit.source === path);
  const judging = new Set(results.map(({ deployment }) => deployment.id));
  const lint = (texts: ReadonlyMap<string, string>): Linting => {
    const all = analyses.flatMap((analysis) => withTexts(analysis, texts));
    const own = all.filter(({ deployment }) => judging.has(deployment.id));
    return { files: filesOf(own, path) };
  };
  const { texts, fixes, linting } = fixInRounds(lint, { accepts: (fix) => accepts(fix) && isAlone(fix) });
  const undecided = linting.files.flatMap((file) => file.findings.filter(({ fixable }) => fixable === 'review'));
  const edits = editsBetween(textOf(document.file), texts.get(path) ?? textOf(document.file));
  const inProtocol = edits.map(({ range, newText }) => ({ range: places.toProtocol(range), newText }));
  const change = edits.length > 0 ? { uri, version, edits: inProtocol } : undefined;
  return { change, fixed: fixes.length, undecided: undecided.length };
}

/** All that hangs together, for a fix must stop none of it; only what stands in the document is fixed. */
function filesOf(results: readonly LintResult[], path: string): Linting['files'] {
  const sources = new Map(results.flatMap(({ config }) => documentsIn(config).map((source) => [source.id, source])));
  return reportsByFile(results.map(rootResultOf)).flatMap(({ source: id, starts, findings }) => {
    const source = sources.get(id);
    return source ? [{ source, starts, findings: id === path ? findings : [] }] : [];
  });
}
