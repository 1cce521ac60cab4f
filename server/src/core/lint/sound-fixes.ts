import { type ConfigSource, type Source, sourceIn } from '../config/occurrence.js';
import type { Fix } from '../rules/rule.js';
import { isUnambiguous } from '../text/edit.js';
import { groupBy } from '../text/group-by.js';
import { linesWritten } from '../text/line-edit.js';
import type { Refused } from '../text/place.js';
import { waitsForSecret } from './apply-fix.js';
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
export function soundFixes(made: readonly Fix[], sources: readonly (Source | ConfigSource)[]): SoundFixes {
  const fixes: Fix[] = [];
  const refused: RefusedFix[] = [];
  for (const fix of made.map(withoutRepeatedEdits)) {
    const groups = [...groupBy(fix.edits, ({ source }) => source)];
    const written = groups.map(([id, edits]) => {
      const source = sourceIn(sources, id);
      return source && (tellsSecret(source, edits) ?? source.place.write(edits));
    });
    const [reason] = written.flatMap((each) => (each && 'refused' in each ? [each.refused] : []));
    if (reason !== undefined) refused.push({ title: fix.title, reason });
    else if (written.every((each) => each && !('refused' in each) && isUnambiguous(each))) fixes.push(fix);
  }
  return { fixes, refused };
}

/** Everybody on the machine reads the words of a command, and so does whoever reads its document. */
function tellsSecret(source: Source | ConfigSource, edits: Fix['edits']): Refused | undefined {
  const isCommand = 'holder' in source && source.holder === 'command';
  return isCommand && edits.flatMap(linesWritten).some(waitsForSecret) ? NO_SECRETS : undefined;
}

const NO_SECRETS: Refused = {
  refused: 'A new password does not belong on a command line. Give it to the server in a file.',
};

function withoutRepeatedEdits(fix: Fix): Fix {
  if (fix.edits.length < 2) return fix;
  return { ...fix, edits: [...new Map(fix.edits.map((edit) => [JSON.stringify(edit), edit])).values()] };
}
