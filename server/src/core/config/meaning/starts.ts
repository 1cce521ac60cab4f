import { DIRECTIVE_NAMES, type DirectiveName, factsOf } from '../../directives/catalog.js';
import type { LoadProblem } from '../load-problem.js';
import { fileNameOf } from '../paths.js';
import type { TakenFor } from '../reading/taken-for.js';
import { describeUnread, type Unread } from '../unread.js';

/** Whether the target starts with a configuration. `unknown`: it hangs on something that could not be read here. */
export type Starts = 'yes' | 'no' | 'unknown';

const WEIGHT: Readonly<Record<Starts, number>> = { yes: 0, unknown: 1, no: 2 };

/** Several files of one start: what stops one of them stops it. */
export function mergeStarts(...parts: readonly Starts[]): Starts {
  return parts.reduce((worst, part) => (WEIGHT[part] > WEIGHT[worst] ? part : worst), 'yes');
}

interface Started {
  readonly problems: readonly LoadProblem[];
  readonly unread: readonly Unread[];
  readonly takenFor: readonly TakenFor[];
  readonly occurrences: (name: DirectiveName) => readonly unknown[];
}

/** Whether the target starts, whatever rules are on. */
export function startsOf(config: Started): Starts {
  if (config.problems.some((problem) => stopsForSure(problem, config))) return 'no';
  return undecidedBy(config).length > 0 ? 'unknown' : 'yes';
}

/** Not by what stands in a file that is only taken for the one that the server reads. */
export function stopsForSure({ isFatal, at }: LoadProblem, { takenFor }: Pick<Started, 'takenFor'>): boolean {
  return isFatal && !takenFor.some(({ path }) => path === at.source);
}

/** Directives that are only announced: nobody was seen to take them. */
const ANNOUNCED = DIRECTIVE_NAMES.filter((name) => factsOf(name).known === 'release-note');

/**
 * What nobody can know here and a start may hang on, each once: a file that was not read, or another, a
 * directive that is only announced, or the code of a problem.
 */
export function undecidedBy({ problems, unread, takenFor, occurrences }: Started): readonly string[] {
  const reasons = [
    ...unread.map((file) => `${fileNameOf(file.path)}: ${describeUnread(file)}`),
    ...takenFor.flatMap(({ path, named, use }) =>
      use !== 'presence' ? [`${fileNameOf(path)}: taken for ${named}`] : [],
    ),
    ...ANNOUNCED.filter((name) => occurrences(name).length > 0).map((name) => `${name}: only announced`),
    ...problems.flatMap(({ code, isUndecided }) => (isUndecided ? [code] : [])),
  ];
  return [...new Set(reasons)];
}
