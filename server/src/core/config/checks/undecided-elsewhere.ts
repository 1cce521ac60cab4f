import { MODULE_CATEGORIES } from '../../acl/commands.js';
import type { Catalog } from '../../directives/catalog.js';
import { lowerCaseAscii } from '../../syntax/config-line.js';
import type { LoadProblem } from '../load-problem.js';
import type { Exposure } from '../meaning/exposure.js';
import type { Dialect } from '../occurrence.js';
import type { Doubt } from './doubt.js';

interface Known {
  readonly doubt: Doubt;
  readonly origin: Exposure['origin'];
  readonly dialect: Dialect;
  readonly catalog: Catalog;
}

/**
 * Where lines that nobody can see here are read too, what a line misses may stand in them: the master, the permission
 * to resolve names, the module. Whether it starts is unknown. An ACL file never says which modules are loaded.
 */
export function undecidedElsewhere(problems: readonly LoadProblem[], known: Known): readonly LoadProblem[] {
  const mayBeBrought = known.dialect === 'acl' ? isNamedLikeModule : isBroughtByLine(known);
  if (!mayBeBrought) return problems;
  return problems.map((problem) =>
    problem.isFatal && mayBeBrought(problem) ? { ...problem, isFatal: false, isUndecided: true } : problem,
  );
}

function isBroughtByLine({ doubt, origin, catalog }: Known): ((problem: LoadProblem) => boolean) | undefined {
  const hasOtherLines = doubt.isPartial || origin === 'fragment';
  if (!hasOtherLines && !doubt.broken.has('loadmodule')) return undefined;
  return (problem) => {
    switch (problem.code) {
      case 'sentinel-unknown-master':
      case 'sentinel-host-name':
        return hasOtherLines;
      case 'acl-unknown-command':
      case 'acl-unknown-category':
        return true;
      case 'unclaimed-module-directive':
        return problem.hasValue;
      case 'unknown-directive':
        return problem.stage === 'startup' && catalog.nearest(problem.name).length === 0;
      default:
        return false;
    }
  };
}

/** Commands of modules are called `module.command`. */
function isNamedLikeModule(problem: LoadProblem): boolean {
  if (problem.code === 'acl-unknown-command') return problem.name.includes('.');
  return problem.code === 'acl-unknown-category' && MODULE_CATEGORIES.includes(lowerCaseAscii(problem.name));
}
