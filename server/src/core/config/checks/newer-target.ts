import { isCommandOnHearsay, nearestCategories } from '../../acl/commands.js';
import type { AclLanguage } from '../../acl/effective-user.js';
import { type Catalog, factsOf, ownNameOf } from '../../directives/catalog.js';
import { nearestTo } from '../../directives/nearest.js';
import { isNewerThanMeasured } from '../../directives/servers.js';
import { isRefusalInferred } from '../../directives/strings.js';
import { isWhollyKnown } from '../../directives/target.js';
import type { LoadProblem } from '../load-problem.js';

/**
 * On a target that is newer than what is wholly known, a name or a word that nobody knows here may be one of its new
 * ones, and a name of the other product may have been taken over: whether it starts is unknown. A near miss stays a
 * mistake. Nor is it known on any target that is newer than those measured what directives refuse that only others have
 * seen there, nor on any at all what is only inferred from releases of the same day.
 */
export function undecidedOnNewer(
  problems: readonly LoadProblem[],
  catalog: Catalog,
  language: AclLanguage,
): readonly LoadProblem[] {
  const { target } = catalog;
  const isNewer = isNewerThanMeasured(target);
  const isUndecided = (problem: LoadProblem) =>
    (problem.code === 'invalid-value' && isRefusalInferred(problem.directive, target)) ||
    (isNewer && isOnHearsay(problem)) ||
    (!isWhollyKnown(target) && nearMisses(problem, catalog, language)?.length === 0);
  return problems.map((problem) =>
    problem.isFatal && isUndecided(problem) ? { ...problem, isFatal: false, isUndecided: true } : problem,
  );
}

function isOnHearsay(problem: LoadProblem): boolean {
  if (problem.code === 'acl-unknown-command' || problem.code === 'rename-unknown-command') {
    return isCommandOnHearsay(problem.name);
  }
  const name = problem.code === 'directive-too-new' ? ownNameOf(problem.name.toLowerCase()) : refusedDirective(problem);
  const known = name && factsOf(name).known;
  return known === 'built' || known === 'release-note';
}

const refusedDirective = (problem: LoadProblem) => ('directive' in problem ? problem.directive : undefined);

/** Undefined: the problem is about no name. */
function nearMisses(
  problem: LoadProblem,
  catalog: Catalog,
  { sets: { table } }: AclLanguage,
): readonly string[] | undefined {
  switch (problem.code) {
    case 'unknown-directive':
      return catalog.nearest(problem.name);
    case 'directive-of-fork':
      return [];
    case 'not-in-enum':
      return nearestTo(problem.value, problem.values);
    case 'acl-unknown-command':
    case 'rename-unknown-command':
      return table.nearest(problem.name);
    case 'acl-unknown-category':
      return nearestCategories(problem.name);
    default:
      return undefined;
  }
}
