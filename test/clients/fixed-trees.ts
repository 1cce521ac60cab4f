import type { Target } from '../../server/src/core/directives/target.js';
import { chooseFixes, isSafe } from '../../server/src/core/lint/choose-fixes.js';
import type { Effect, Fix } from '../../server/src/core/rules/rule.js';
import type { Finding } from '../../server/src/core/service.js';
import { applyFixes, type ConfigurationTree } from './configuration-tree.js';
import type { TreeReader } from './tree-reader.js';

/** A configuration after a fix, or after several. */
export interface FixedTree {
  readonly tree: ConfigurationTree;
  /** Rule and title, or what was done with all. */
  readonly fix: string;
  readonly effect: Effect;
}

/** As the command line: what still changes after so many rounds would change for ever. */
const MOST_ROUNDS = 20;

/** Each fix by itself that `accepts` lets pass. */
export function fixedSingly(
  tree: ConfigurationTree,
  findings: readonly Finding[],
  accepts: (fix: Fix) => boolean,
): readonly FixedTree[] {
  return findings.flatMap(({ rule, fixes }) =>
    fixes
      .filter((fix) => fix.edits.length > 0 && accepts(fix))
      .map((fix) => ({ tree: applyFixes(tree, [fix]), fix: `${rule}: ${fix.title}`, effect: fix.effect })),
  );
}

/** All together that need no review, again and again, as `--fix` does. None where there is no such fix. */
export function fixedSafely(
  tree: ConfigurationTree,
  findings: readonly Finding[],
  reader: TreeReader,
  target: Target | undefined,
): readonly FixedTree[] {
  const effects = new Set<Effect>();
  let current = tree;
  let left = findings;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen = chooseFixes(left, isSafe);
    if (chosen.length === 0) break;
    for (const { effect } of chosen) effects.add(effect);
    current = applyFixes(current, chosen);
    left = reader.lint(current, target).findings;
  }
  if (effects.size === 0) return [];
  return [{ tree: current, fix: 'all that are safe', effect: effects.has('safe') ? 'safe' : 'none' }];
}
