import type { FileEdit } from '../rules/rule.js';
import { editsOverlap } from '../text/edit.js';
import { needsSecret } from './apply-fix.js';
import type { Finding } from './finding.js';

/**
 * The edits of every safe fix of one file that can be applied together: the first fix of each finding, where it is
 * safe and stays in the file. Where two touch the same text the earlier finding wins; the other may come up again.
 */
export function safeEdits(findings: readonly Finding[], path: string): readonly FileEdit[] {
  const chosen: FileEdit[] = [];
  for (const { fixes } of findings) {
    const [fix] = fixes;
    if (fix?.safety !== 'safe' || needsSecret(fix) || fix.edits.some((edit) => edit.path !== path)) continue;
    const fresh = fix.edits.filter((edit) => !chosen.some((other) => isSame(edit, other)));
    if (!fresh.some((edit) => chosen.some((other) => editsOverlap(edit, other)))) chosen.push(...fresh);
  }
  return chosen;
}

function isSame(a: FileEdit, b: FileEdit): boolean {
  const [from, to] = [a.range, b.range];
  return (
    a.newText === b.newText &&
    from.start.line === to.start.line &&
    from.start.character === to.start.character &&
    from.end.line === to.end.line &&
    from.end.character === to.end.character
  );
}
