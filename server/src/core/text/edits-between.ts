import { compareLines } from './compare-lines.js';
import type { TextEdit } from './edit.js';

/** Edits that make one text of another, each as small as the lines around it tell; in order, none touches another. */
export function editsBetween(before: string, after: string): readonly TextEdit[] {
  const removed = linesOf(before);
  const added = linesOf(after);
  return changesBetween(removed, added).flatMap((change) => {
    const old = removed.slice(change.before, change.beforeEnd);
    const now = added.slice(change.after, change.afterEnd);
    if (old.length === now.length)
      return now.map((line, index) => editWithin(change.before + index, old[index] ?? '', line));
    return [editOfLines(change, removed, now.join(''))];
  });
}

/** Lines with their ends; a text that ends in one has no further line. */
const linesOf = (text: string): readonly string[] => text.split(/(?<=\n)/).filter((line) => line !== '');

/** Lines (from 0, `end` is not in it) of one text that stand where others stood. */
interface Change {
  readonly before: number;
  beforeEnd: number;
  readonly after: number;
  afterEnd: number;
}

function changesBetween(removed: readonly string[], added: readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  let open: Change | undefined;
  for (const { kind, before, after } of compareLines(removed, added)) {
    if (kind === ' ') {
      open = undefined;
      continue;
    }
    if (!open) {
      open = { before, beforeEnd: before, after, afterEnd: after };
      changes.push(open);
    }
    if (kind === '-') open.beforeEnd = before + 1;
    else open.afterEnd = after + 1;
  }
  return changes;
}

/** Of a line that becomes another one: without what both begin and end with. */
function editWithin(line: number, before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const losesLineEnd = tail === 0 && before.endsWith('\n');
  const end = losesLineEnd ? { line: line + 1, character: 0 } : { line, character: before.length - tail };
  return { range: { start: { line, character: head }, end }, newText: after.slice(head, after.length - tail) };
}

function editOfLines({ before, beforeEnd }: Change, lines: readonly string[], newText: string): TextEdit {
  return { range: { start: startOf(before, lines), end: startOf(beforeEnd, lines) }, newText };
}

/** Where a line begins; beyond the last one, where the text ends. */
function startOf(line: number, lines: readonly string[]) {
  const last = lines.length - 1;
  const ending = lines[last];
  return line <= last || ending === undefined || ending.endsWith('\n')
    ? { line, character: 0 }
    : { line: last, character: ending.length };
}
