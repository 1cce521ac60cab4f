import { type Source, sourceIn } from '../config/occurrence.js';
import type { Fix } from '../rules/rule.js';
import { isUnambiguous } from '../text/edit.js';
import { groupBy } from '../text/group-by.js';
import type { RefusedFix } from './finding.js';

/** What some fixes come to: those that may be offered, and those that a place cannot write. */
export interface SoundFixes {
  readonly fixes: readonly Fix[];
  readonly refused: readonly RefusedFix[];
}

/**
 * The fixes with each edit once, without those that the places of the edited lines refuse to write, or whose edits mean
 * something else to every editor. A rule meets the lines of a file as often as the file is included, and what it says of
 * two of them may be two edits of one.
 */
export function soundFixes(made: readonly Fix[], sources: readonly Source[]): SoundFixes {
  const fixes: Fix[] = [];
  const refused: RefusedFix[] = [];
  for (const fix of made.map(withoutRepeatedEdits)) {
    const groups = [...groupBy(fix.edits, ({ source }) => source)];
    const written = groups.map(([source, edits]) => sourceIn(sources, source)?.place.write(edits));
    const [reason] = written.flatMap((each) => (each && 'refused' in each ? [each.refused] : []));
    if (reason !== undefined) refused.push({ title: fix.title, reason });
    else if (written.every((each) => each && !('refused' in each) && isUnambiguous(each))) fixes.push(fix);
  }
  return { fixes, refused };
}

function withoutRepeatedEdits(fix: Fix): Fix {
  if (fix.edits.length < 2) return fix;
  return { ...fix, edits: [...new Map(fix.edits.map((edit) => [JSON.stringify(edit), edit])).values()] };
}
