import type { Fix } from '../rules/rule.js';
import { isUnambiguous } from '../text/edit.js';

/**
 * The fixes with each edit once, without those whose edits mean something else to every editor. A rule meets the lines
 * of a file as often as the file is included, and what it says of two of them may be two edits of one.
 */
export function soundFixes(fixes: readonly Fix[]): readonly Fix[] {
  return fixes.map(withoutRepeatedEdits).filter(isSound);
}

function withoutRepeatedEdits(fix: Fix): Fix {
  if (fix.edits.length < 2) return fix;
  return { ...fix, edits: [...new Map(fix.edits.map((edit) => [JSON.stringify(edit), edit])).values()] };
}

function isSound({ edits }: Fix): boolean {
  if (edits.length < 2) return true;
  const paths = new Set(edits.map(({ source }) => source));
  return [...paths].every((source) => isUnambiguous(edits.filter((edit) => edit.source === source)));
}
