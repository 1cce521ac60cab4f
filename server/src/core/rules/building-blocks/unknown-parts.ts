import type { LoadProblem } from '../../config/load-problem.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { isWhollyKnown } from '../../directives/target.js';

/** Whether it is unknown for the target's age what the server makes of a name; else for lines that are not seen here. */
export function mayBeNew({ isUndecided = false }: LoadProblem, { target }: ResolvedConfiguration): boolean {
  return isUndecided && !isWhollyKnown(target);
}
