import { certaintyOf } from '../../server/src/core/config/told.js';
import { catalogFor, lifetimesOf } from '../../server/src/core/directives/catalog.js';
import { type Target, targetId } from '../../server/src/core/directives/target.js';
import { type Effect, needsReview } from '../../server/src/core/rules/rule.js';
import { fillSecret, fixInRounds, isSafe, type LintResult } from '../../server/src/core/service.js';
import { parseFile } from '../../server/src/core/syntax/config-file.js';
import { TEST_SECRET } from '../support/fix-fixture.js';
import { applyFixes, type ConfigurationTree, textOfRoot } from './configuration-tree.js';
import type { TreeReader } from './tree-reader.js';

/** A configuration, and what was made of it elsewhere. */
export interface Subject {
  readonly tree: ConfigurationTree;
  readonly golden?: readonly FixedTree[];
}

/** A configuration after a fix, or after several. */
export interface FixedTree {
  readonly tree: ConfigurationTree;
  /** Rule and title, or what was done with all. */
  readonly fix: string;
  readonly effect: Effect;
}

export interface FixChoice {
  readonly server: Target;
  readonly reader: TreeReader;
  /** Also those for review. */
  readonly withReviewed: boolean;
}

const PROMISE: Readonly<Record<Effect, number>> = { none: 2, safe: 1, access: 0, data: 0, speed: 0 };

/**
 * Every fix by itself and all safe ones together: as the file tells its target, and as somebody would have it who names
 * the server at hand. Each text once; where several fixes come to it, the one that promises most.
 */
export function fixedTrees({ tree, golden = [] }: Subject, choice: FixChoice): readonly FixedTree[] {
  const { server, reader } = choice;
  const told = reader.lint(tree, undefined);
  const all = [
    ...(isFor(server, told) ? [...fixedFor(undefined, tree, told, choice), ...golden] : []),
    ...fixedFor(server, tree, reader.lint(tree, server), choice),
  ];
  const byText = new Map<string, FixedTree>();
  for (const fixed of all) {
    if (needsReview(fixed.effect) && namesUnknownTo(server, fixed.tree)) continue;
    const key = JSON.stringify([...fixed.tree.files]);
    const known = byText.get(key);
    if (!known || PROMISE[fixed.effect] > PROMISE[known.effect]) byText.set(key, fixed);
  }
  return [...byText.values()];
}

function fixedFor(
  target: Target | undefined,
  tree: ConfigurationTree,
  linted: LintResult,
  { reader, withReviewed }: FixChoice,
): readonly FixedTree[] {
  const singly = linted.findings.flatMap(({ rule, fixes }) =>
    fixes()
      .filter(({ edits, effect }) => edits.length > 0 && (withReviewed || !needsReview(effect)))
      .map((fix) => ({ tree: applyFixes(tree, [fix]), fix: `${rule}: ${fix.title}`, effect: fix.effect })),
  );
  return [...singly, ...fixedSafely(tree, reader, target)];
}

/** All together that need no review, again and again, as `--fix` does. None where there is no such fix. */
function fixedSafely(tree: ConfigurationTree, reader: TreeReader, target: Target | undefined): readonly FixedTree[] {
  const withTexts = (texts: ReadonlyMap<string, string>) => ({ ...tree, files: new Map([...tree.files, ...texts]) });
  const lintTexts = (texts: ReadonlyMap<string, string>) => {
    const {
      config,
      findings,
      verdict: { starts },
    } = reader.lint(withTexts(texts), target);
    const findingsIn = (path: string) => findings.filter(({ at }) => at.source === path);
    return { files: config.files.map((source) => ({ source, starts, findings: findingsIn(source.path) })) };
  };
  const { texts, fixes } = fixInRounds(lintTexts, { accepts: isSafe, prepare: (fix) => fillSecret(fix, TEST_SECRET) });
  if (fixes.length === 0) return [];
  const effect = fixes.some((fix) => fix.effect === 'safe') ? 'safe' : 'none';
  return [{ tree: withTexts(texts), fix: 'all that are safe', effect }];
}

/** What is said to be for another version proves nothing here. */
function isFor(server: Target, { deployment: { target } }: LintResult): boolean {
  return certaintyOf(target) === 'guessed' || minorOf(target.value) === minorOf(server);
}

const minorOf = (target: Target): string => targetId(target).replace(/\.\d+$/, '');

/** Names of other versions: whoever reviews the fix knows for which server it is. */
function namesUnknownTo(server: Target, tree: ConfigurationTree): boolean {
  const catalog = catalogFor(server);
  return [...parseFile(textOfRoot(tree)).lines.telling()].some(
    ([, line]) => line.kind === 'directive' && !catalog.lookup(line.key) && lifetimesOf(line.key) !== undefined,
  );
}
