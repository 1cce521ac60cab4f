import type { LoadProblem } from '../../config/load-problem.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { isWhollyKnown } from '../../directives/target.js';

/**
 * Whether lines that nobody can see here may decide: another file includes this one, a template engine fills it in,
 * or an included file could not be read. What such a configuration leaves out may well be said elsewhere.
 */
export function mayBeSaidElsewhere({ exposure, problems, occurrences, unread }: ResolvedConfiguration): boolean {
  if (exposure.origin === 'fragment' || exposure.origin === 'template') return true;
  if (problems.some(({ code }) => code === 'include-missing')) return true;
  const includes = new Set(occurrences('include').map(({ source: path, line }) => `${path}\n${line}`));
  return unread.some(({ at }) => includes.has(`${at.source}\n${at.line}`));
}

/** Whether it is unknown for the target's age what the server makes of a name; else for lines that are not seen here. */
export function mayBeNew({ isUndecided = false }: LoadProblem, { target }: ResolvedConfiguration): boolean {
  return isUndecided && !isWhollyKnown(target);
}
