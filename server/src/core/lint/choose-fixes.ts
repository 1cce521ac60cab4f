import type { SourceId } from '../config/occurrence.js';
import { type Fix, needsReview } from '../rules/rule.js';
import { editsCollide } from '../text/edit.js';
import { rangeOfEdit } from '../text/line-edit.js';
import type { Range } from '../text/span.js';
import type { Finding } from './finding.js';

/** Who could do something before can do it after. */
export const isSafe = ({ effect }: Fix): boolean => !needsReview(effect);

/**
 * The fixes to apply together: the first fix of each finding (a later one is an alternative that somebody should
 * choose) where `accepts` lets it pass. Where two collide, the earlier finding wins; the other finding may come up again
 * when the text is linted anew.
 */
export function chooseFixes(
  findings: readonly Pick<Finding, 'fixes'>[],
  accepts: (fix: Fix) => boolean,
): readonly Fix[] {
  const taken = new Map<string, Touched[]>();
  const chosen: Fix[] = [];
  for (const { fixes } of findings) {
    const [fix] = fixes();
    if (!fix || fix.edits.length === 0 || !accepts(fix)) continue;
    const edits = fix.edits.map((edit) => ({ source: edit.source, range: rangeOfEdit(edit) }));
    const isTaken = (edit: Touched) =>
      linesOf(edit).some((key) => taken.get(key)?.some((other) => editsCollide(edit, other)));
    if (edits.some(isTaken)) continue;
    for (const edit of edits) for (const key of linesOf(edit)) taken.set(key, [...(taken.get(key) ?? []), edit]);
    chosen.push(fix);
  }
  return chosen;
}

/** What an edit takes the place of. */
interface Touched {
  readonly source: SourceId;
  readonly range: Range;
}

/** The lines that an edit stands on: edits collide on a line, if they do. */
function linesOf({ source, range: { start, end } }: Touched): readonly string[] {
  return Array.from({ length: end.line - start.line + 1 }, (_, index) => `${start.line + index} ${source}`);
}
