import type { Target } from '../../server/src/core/directives/target.js';
import { chooseFixes, isSafe } from '../../server/src/core/lint/safe-edits.js';
import type { Effect, Fix } from '../../server/src/core/rules/rule.js';
import { createService, type LintResult } from '../../server/src/core/service.js';
import { applyFix, applyFixes, type ConfigurationTree, readerOf, textOfRoot } from './configuration-tree.js';

/** A configuration after a fix, or after several. */
export interface FixedTree {
  readonly tree: ConfigurationTree;
  /** Rule and title, or what was done with all. */
  readonly fix: string;
  readonly effect: Effect;
}

const SERVICE = createService();
/** As the command line: what still changes after so many rounds would change for ever. */
const MOST_ROUNDS = 20;

export function lintTree(tree: ConfigurationTree, target: Target | undefined): LintResult {
  return SERVICE.lint({
    path: tree.root,
    file: SERVICE.parse(textOfRoot(tree)),
    reader: readerOf(tree),
    target,
    options: { profile: 'strict' },
  });
}

/** Each fix by itself that `accepts` lets pass. */
export function fixedSingly(
  tree: ConfigurationTree,
  target: Target | undefined,
  accepts: (fix: Fix, rule: string) => boolean,
): readonly FixedTree[] {
  return lintTree(tree, target).findings.flatMap(({ rule, fixes }) =>
    fixes
      .filter((fix) => fix.edits.length > 0 && accepts(fix, rule))
      .map((fix) => ({ tree: applyFix(tree, fix), fix: `${rule}: ${fix.title}`, effect: fix.effect })),
  );
}

/** All together that need no review, again and again, as `--fix` does. */
export function fixedSafely(tree: ConfigurationTree, target: Target | undefined): readonly FixedTree[] {
  const effects = new Set<Effect>();
  let current = tree;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen = chooseFixes(lintTree(current, target).findings, isSafe);
    if (chosen.length === 0) break;
    for (const { effect } of chosen) effects.add(effect);
    current = applyFixes(current, chosen);
  }
  if (effects.size === 0) return [];
  return [{ tree: current, fix: 'all that are safe', effect: effects.has('safe') ? 'safe' : 'none' }];
}
