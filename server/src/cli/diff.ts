import { type ComparedLine, compareLines } from '../core/text/compare-lines.js';

const CONTEXT = 3;

/** Turns a line of the text before, or of the one after, into what is printed; `index` from 0. */
export type Shown = (line: string, at: { readonly isNew: boolean; readonly index: number }) => string;

/** A unified diff of lines. Empty where nothing differs. */
export function unifiedDiff(
  path: string,
  before: readonly string[],
  after: readonly string[],
  shown: Shown = (line) => line,
): readonly string[] {
  const lines = compareLines(before, after);
  const hunks = hunksOf(lines);
  if (hunks.length === 0) return [];
  const text = ({ kind, before: b, after: a }: ComparedLine): string => {
    const isNew = kind === '+';
    const index = isNew ? a : b;
    return kind + shown((isNew ? after : before)[index] ?? '', { isNew, index });
  };
  return [`--- ${path}`, `+++ ${path}`, ...hunks.flatMap((hunk) => [headOf(hunk), ...hunk.map(text)])];
}

function headOf(hunk: readonly ComparedLine[]): string {
  const first = hunk[0];
  const range = (start: number, length: number) => `${length === 0 ? start : start + 1},${length}`;
  const removed = hunk.filter(({ kind }) => kind !== '+').length;
  const added = hunk.filter(({ kind }) => kind !== '-').length;
  return `@@ -${range(first?.before ?? 0, removed)} +${range(first?.after ?? 0, added)} @@`;
}

function hunksOf(lines: readonly ComparedLine[]): readonly (readonly ComparedLine[])[] {
  const hunks: (readonly ComparedLine[])[] = [];
  let from = -1;
  let lastChange = -1;
  lines.forEach(({ kind }, index) => {
    if (kind === ' ') return;
    if (from >= 0 && index - lastChange > 2 * CONTEXT) {
      hunks.push(lines.slice(from, lastChange + CONTEXT + 1));
      from = -1;
    }
    if (from < 0) from = Math.max(0, index - CONTEXT);
    lastChange = index;
  });
  return from < 0 ? hunks : [...hunks, lines.slice(from, lastChange + CONTEXT + 1)];
}
