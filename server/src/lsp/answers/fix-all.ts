import {
  editsBetween,
  type Fix,
  fixInRounds,
  isSafe,
  type Linting,
  type LintResult,
  needsSecret,
  sourceIn,
  textOf,
} from '../../core/service.js';
import type { OpenDocument } from '../documents/open-document.js';
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
  { document, analyses }: Report,
  { withTexts }: Pick<Analyses, 'withTexts'>,
  accepts: (fix: Fix) => boolean = isSafe,
): FixAll {
  const { path, uri, version, places } = document;
  const isAlone = (fix: Fix) => !needsSecret(fix) && fix.edits.every((edit) => edit.source === path);
  const lint = (texts: ReadonlyMap<string, string>): Linting => ({
    files: analyses.flatMap((analysis) => partsOf(withTexts(analysis, texts), document)),
  });
  const { texts, fixes, linting } = fixInRounds(lint, { accepts: (fix) => accepts(fix) && isAlone(fix) });
  const edits = editsBetween(textOf(document.file), texts.get(path) ?? textOf(document.file));
  const inProtocol = edits.map(({ range, newText }) => ({ range: places.toProtocol(range), newText }));
  const change = edits.length > 0 ? { uri, version, edits: inProtocol } : undefined;
  return { change, fixed: fixes.length, undecided: countUndecided(linting) };
}

/** What two roots say of a file that both include counts once. */
function countUndecided({ files }: Linting): number {
  const undecided = files.flatMap(({ findings }) => findings).filter(({ fixable }) => fixable === 'review');
  return new Set(undecided.map(({ rule, at: { line, at }, message }) => `${rule} ${line} ${at.start} ${message}`)).size;
}

/** The root and, where it is another file, the document; only what stands in the document is fixed. */
function partsOf({ config, starts, findings }: LintResult, { path }: OpenDocument): Linting['files'] {
  const own = findings.filter(({ at }) => at.source === path);
  const source = sourceIn(config.files, path);
  if (!source || source.id === config.root.id) return [{ source: config.root, starts, findings: own }];
  return [
    { source: config.root, starts, findings: [] },
    { source, starts: own.some(({ isFatal }) => isFatal) ? 'no' : 'yes', findings: own },
  ];
}
