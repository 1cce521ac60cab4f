import { fileNameOf } from './paths.js';
import type { ResolvedConfiguration } from './resolved-configuration.js';
import { describeUnread } from './unread.js';

/** Whether the target starts with a configuration. `unknown`: it hangs on something that could not be read here. */
export type Starts = 'yes' | 'no' | 'unknown';

const WEIGHT: Readonly<Record<Starts, number>> = { yes: 0, unknown: 1, no: 2 };

/** Several files of one start: what stops one of them stops it. */
export function mergeStarts(...parts: readonly Starts[]): Starts {
  return parts.reduce((worst, part) => (WEIGHT[part] > WEIGHT[worst] ? part : worst), 'yes');
}

/** Whether the target starts, whatever rules are on. */
export function startsOf({ problems, unread }: Pick<ResolvedConfiguration, 'problems' | 'unread'>): Starts {
  if (problems.some(({ isFatal }) => isFatal)) return 'no';
  return undecidedBy({ problems, unread }).length > 0 ? 'unknown' : 'yes';
}

/** What nobody can know here and a start may hang on, each once: a file and why it was not read, or the code of a problem. */
export function undecidedBy({
  problems,
  unread,
}: Pick<ResolvedConfiguration, 'problems' | 'unread'>): readonly string[] {
  const reasons = [
    ...unread.map((file) => `${fileNameOf(file.path)}: ${describeUnread(file)}`),
    ...problems.flatMap(({ code, isUndecided }) => (isUndecided ? [code] : [])),
  ];
  return [...new Set(reasons)];
}
