import { nearestCategories } from '../../acl/commands.js';
import type { AclLanguage } from '../../acl/effective-user.js';
import type { Catalog } from '../../directives/catalog.js';
import { nearestTo } from '../../directives/nearest.js';
import { isWhollyKnown } from '../../directives/target.js';
import type { LoadProblem } from '../load-problem.js';

/**
 * On a target that is newer than what is wholly known, a name that nobody knows here may be one of its new ones, and a
 * name of the other product may have been taken over: whether it starts is unknown. A near miss stays a mistake.
 */
export function undecidedOnNewer(
  problems: readonly LoadProblem[],
  catalog: Catalog,
  { sets: { table } }: AclLanguage,
): readonly LoadProblem[] {
  if (isWhollyKnown(catalog.target)) return problems;
  const nearMisses = (problem: LoadProblem): readonly string[] | undefined => {
    switch (problem.code) {
      case 'unknown-directive':
        return nearestTo(problem.name, catalog.spellings);
      case 'directive-of-fork':
        return [];
      case 'acl-unknown-command':
      case 'rename-unknown-command':
        return table.nearest(problem.name);
      case 'acl-unknown-category':
        return nearestCategories(problem.name);
      default:
        return undefined;
    }
  };
  return problems.map((problem) =>
    problem.isFatal && nearMisses(problem)?.length === 0 ? { ...problem, isFatal: false, isUndecided: true } : problem,
  );
}
