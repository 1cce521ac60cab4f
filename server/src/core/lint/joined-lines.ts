import type { LoadProblemCode } from '../config/load-problem.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { FileEdit, Fix, Problem } from '../rules/rule.js';

/** Their fixes part what is joined. */
const ABOUT_JOINED_LINES: readonly LoadProblemCode[] = ['include-glued-line', 'nul-byte'];

/** What picks the fixes of a problem that edit no line which the server may read together with another one. */
export function fixesOutsideJoinedLines({
  joinedLines,
}: Pick<ResolvedConfiguration, 'joinedLines'>): (fixes: readonly Fix[], problem: Problem) => readonly Fix[] {
  if (joinedLines.length === 0) return (fixes) => fixes;
  const joined = new Set(joinedLines.map(({ source: path, line }) => keyOf(path, line)));
  const isJoined = ({ source: path, range }: FileEdit) => linesOf(range).some((line) => joined.has(keyOf(path, line)));
  return (fixes, { cause }) =>
    cause && ABOUT_JOINED_LINES.includes(cause.code) ? fixes : fixes.filter(({ edits }) => !edits.some(isJoined));
}

const keyOf = (path: string, line: number): string => `${line} ${path}`;

/** The removal of whole lines ends where the next one begins, which it leaves alone. */
function linesOf({ start, end }: FileEdit['range']): readonly number[] {
  const last = end.line > start.line && end.character === 0 ? end.line - 1 : end.line;
  return Array.from({ length: last - start.line + 1 }, (_, index) => start.line + index);
}
