import type { Target } from '../../server/src/core/directives/target.js';
import {
  createLoadCache,
  createService,
  type LintResult,
  type ResolvedConfiguration,
} from '../../server/src/core/service.js';
import { type ConfigurationTree, readerOf, textOfRoot } from './configuration-tree.js';

/** The linter, over trees; it keeps what it knows of targets from one to the next. */
export interface TreeReader {
  /** Undefined target: as the files tell it. */
  readonly lint: (tree: ConfigurationTree, target: Target | undefined) => LintResult;
  readonly load: (tree: ConfigurationTree, target: Target) => ResolvedConfiguration;
}

export function createTreeReader(): TreeReader {
  const service = createService();
  const cache = createLoadCache();
  const requestFor = (tree: ConfigurationTree, target: Target | undefined) => ({
    path: tree.root,
    file: service.parse(textOfRoot(tree)),
    reader: readerOf(tree),
    target,
    cache,
    options: { profile: 'strict' } as const,
  });
  return {
    lint: (tree, target) => service.lint(requestFor(tree, target)),
    load: (tree, target) => service.load(requestFor(tree, target)).config,
  };
}
