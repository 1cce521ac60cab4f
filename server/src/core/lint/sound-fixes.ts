import { type Source, sourceIn } from '../config/occurrence.js';
import type { Fix, SourceEdit } from '../rules/rule.js';
import { isUnambiguous } from '../text/edit.js';
import { groupBy } from '../text/group-by.js';

/**
 * The fixes with each edit once, without those that the places of the edited lines refuse to write, or whose edits mean
 * something else to every editor. A rule meets the lines of a file as often as the file is included, and what it says of
 * two of them may be two edits of one.
 */
export function soundFixes(fixes: readonly Fix[], sources: readonly Source[]): readonly Fix[] {
  const isWritable = ([source, edits]: readonly [string, readonly SourceEdit[]]) => {
    const written = sourceIn(sources, source)?.place.write(edits);
    return written !== undefined && !('refused' in written) && isUnambiguous(written);
  };
  return fixes
    .map(withoutRepeatedEdits)
    .filter(({ edits }) => [...groupBy(edits, ({ source }) => source)].every(isWritable));
}

function withoutRepeatedEdits(fix: Fix): Fix {
  if (fix.edits.length < 2) return fix;
  return { ...fix, edits: [...new Map(fix.edits.map((edit) => [JSON.stringify(edit), edit])).values()] };
}
