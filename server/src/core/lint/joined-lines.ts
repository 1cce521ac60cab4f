import type { LoadProblemCode } from '../config/load-problem.js';
import type { SourceId } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { Fix, Problem, SourceEdit } from '../rules/rule.js';

/** Their fixes part what is joined. */
const ABOUT_JOINED_LINES: readonly LoadProblemCode[] = ['include-glued-line', 'nul-byte'];

/** What picks the fixes of a problem that edit no line which the server may read together with another one. */
export function fixesOutsideJoinedLines({
  joinedLines,
  files,
}: Pick<ResolvedConfiguration, 'files' | 'joinedLines'>): (fixes: readonly Fix[], problem: Problem) => readonly Fix[] {
  if (joinedLines.length === 0) return (fixes) => fixes;
  const joined = new Set(joinedLines.map(({ source, line }) => keyOf(source, line)));
  const last = new Map(files.map(({ id, file }) => [id, file.lines.count - 1]));
  const isJoined = (edit: SourceEdit) => joined.has(keyOf(edit.source, lineOf(edit, last.get(edit.source) ?? 0)));
  return (fixes, { cause }) =>
    cause && ABOUT_JOINED_LINES.includes(cause.code) ? fixes : fixes.filter(({ edits }) => !edits.some(isJoined));
}

const keyOf = (source: SourceId, line: number): string => `${line} ${source}`;

/** What is inserted stands between the line before it, which it leaves alone, and this one, if it is not the last. */
function lineOf(edit: SourceEdit, last: number): number {
  return edit.kind === 'insert' ? Math.min(edit.before, last) : edit.line;
}
