import { type FileEdit, type Fix, needsReview } from '../rules/rule.js';
import { editsOverlap } from '../text/edit.js';
import { comparePositions, type Position } from '../text/span.js';
import { needsSecret } from './apply-fix.js';
import type { Finding } from './finding.js';

/** Who could do something before can do it after. */
export const isSafe = ({ effect }: Fix): boolean => !needsReview(effect);

/**
 * The fixes to apply together without asking: the first fix of each finding (a later one is an alternative that
 * somebody should choose) where `accepts` lets it pass. Where two collide, the earlier finding wins; the other finding
 * may come up again when the text is linted anew.
 */
export function chooseFixes(findings: readonly Finding[], accepts: (fix: Fix) => boolean = isSafe): readonly Fix[] {
  const taken: FileEdit[] = [];
  const chosen: Fix[] = [];
  for (const { fixes } of findings) {
    const [fix] = fixes;
    if (!fix || fix.edits.length === 0 || !accepts(fix)) continue;
    if (fix.edits.some((edit) => taken.some((other) => collide(edit, other)))) continue;
    taken.push(...fix.edits);
    chosen.push(fix);
  }
  return chosen;
}

/** The fixes to apply together that stay in one file and need nothing from the host. */
export function chooseFixesOf(
  path: string,
  findings: readonly Finding[],
  accepts: (fix: Fix) => boolean = isSafe,
): readonly Fix[] {
  const isAlone = (fix: Fix) => !needsSecret(fix) && fix.edits.every((edit) => edit.path === path);
  return chooseFixes(findings, (fix) => accepts(fix) && isAlone(fix));
}

/** Also two insertions at one place: they may say the same twice. */
function collide(a: FileEdit, b: FileEdit): boolean {
  if (a.path !== b.path) return false;
  return editsOverlap(a, b) || (isInsertion(a) && isInsertion(b) && isSamePlace(a.range.start, b.range.start));
}

const isInsertion = ({ range: { start, end } }: FileEdit): boolean => isSamePlace(start, end);

const isSamePlace = (a: Position, b: Position): boolean => comparePositions(a, b) === 0;
