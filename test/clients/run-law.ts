import { certaintyOf } from '../../server/src/core/config/told.js';
import { type Target, targetId } from '../../server/src/core/directives/target.js';
import { type Effect, needsReview } from '../../server/src/core/rules/rule.js';
import type { LintResult } from '../../server/src/core/service.js';
import { makeCertificates } from '../support/certificates.js';
import { targetOfBinary } from '../support/real-server.js';
import { openTwoHosts } from '../support/two-hosts.js';
import type { ConfigurationTree } from './configuration-tree.js';
import { type FixedTree, fixedSafely, fixedSingly } from './fixed-trees.js';
import { type Violation, violationsOf } from './law.js';
import { type Depth, type Observation, observe, type Stage } from './observe.js';
import { createTreeReader } from './tree-reader.js';

export interface LawOptions {
  readonly binary: string;
  readonly subjects: readonly Subject[];
  /** Also the fixes for review, each by itself: a file stays startable, and does not start open. */
  readonly withReviewed?: boolean;
  /** Servers at the same time. */
  readonly parallel?: number;
}

/** A configuration, and what was made of it elsewhere. */
export interface Subject {
  readonly tree: ConfigurationTree;
  readonly golden?: readonly FixedTree[];
}

export interface FoundViolation extends Violation {
  readonly file: string;
  readonly fix: string;
  readonly effect: Effect;
}

export interface LawReport {
  readonly files: number;
  /** Of those, the ones that start before any fix. */
  readonly startable: number;
  /** How many fixed files were compared, by effect and by what could be seen. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly violations: readonly FoundViolation[];
  readonly milliseconds: number;
}

/** Tries every configuration before and after its fixes. @throws Error where there are no two hosts. */
export async function runLaw({ binary, subjects, withReviewed = false, parallel = 2 }: LawOptions): Promise<LawReport> {
  const started = performance.now();
  const target = targetOfBinary(binary);
  if (!target) throw new Error(`${binary} is no redis-server or valkey-server`);
  const certificates = makeCertificates();
  const reader = createTreeReader();
  const outcomes = new Map<string, number>();
  const violations: FoundViolation[] = [];
  let startable = 0;
  const queue = subjects.values();
  const work = async () => {
    const hosts = await openTwoHosts();
    if (!hosts) throw new Error('no two hosts can be had');
    try {
      for (const subject of queue) {
        const tried = await trySubject(subject, { binary, target, hosts, certificates, reader }, withReviewed);
        if (tried.isStartable) startable++;
        for (const outcome of tried.outcomes) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        violations.push(...tried.violations);
      }
    } finally {
      await hosts.close();
    }
  };
  try {
    await Promise.all(Array.from({ length: parallel }, work));
  } finally {
    certificates?.remove();
  }
  return { files: subjects.length, startable, outcomes, violations, milliseconds: performance.now() - started };
}

interface Tried {
  readonly isStartable: boolean;
  readonly outcomes: readonly string[];
  readonly violations: readonly FoundViolation[];
}

async function trySubject(subject: Subject, stage: Stage, withReviewed: boolean): Promise<Tried> {
  const { tree } = subject;
  const fixed = fixedTreesOf(subject, stage, withReviewed);
  if (fixed.length === 0) return { isStartable: false, outcomes: [], violations: [] };
  const depthFor = (effects: readonly Effect[]): Depth => (effects.every(needsReview) ? 'strangers' : 'everything');
  const before = await observe(tree, stage, depthFor(fixed.map(({ effect }) => effect)));
  const outcomes: string[] = [];
  const violations: FoundViolation[] = [];
  for (const { tree: after, fix, effect } of fixed) {
    // What did not start before and is for review anyway may do as it likes.
    if (!before.verdict.isStartable && needsReview(effect)) {
      outcomes.push('for review: refused before');
      continue;
    }
    const observed = await observe(after, stage, depthFor([effect]), before);
    outcomes.push(outcomeOf(before, observed, effect));
    const found = violationsOf(before, observed, effect);
    violations.push(...found.map((violation) => ({ ...violation, file: tree.name, fix, effect })));
  }
  return { isStartable: before.verdict.isStartable, outcomes, violations };
}

/** Each text once; where several fixes come to it, the one that promises most. */
function fixedTreesOf({ tree, golden = [] }: Subject, stage: Stage, withReviewed: boolean): readonly FixedTree[] {
  const byText = new Map<string, FixedTree>();
  for (const fixed of [...fixesFor(tree, stage, withReviewed), ...golden]) {
    const key = JSON.stringify([...fixed.tree.files]);
    const known = byText.get(key);
    if (!known || PROMISE[fixed.effect] > PROMISE[known.effect]) byText.set(key, fixed);
  }
  return [...byText.values()];
}

/** As the file tells its target, and as somebody would who names the server at hand. */
function fixesFor(
  tree: ConfigurationTree,
  { target: server, reader }: Stage,
  withReviewed: boolean,
): readonly FixedTree[] {
  const fixesWith = (target: Target | undefined, { findings }: LintResult) => [
    ...fixedSingly(tree, findings, ({ effect }) => withReviewed || !needsReview(effect)),
    ...fixedSafely(tree, findings, reader, target),
  ];
  const told = reader.lint(tree, undefined);
  return [...(isFor(server, told) ? fixesWith(undefined, told) : []), ...fixesWith(server, reader.lint(tree, server))];
}

const PROMISE: Readonly<Record<Effect, number>> = { none: 2, safe: 1, access: 0, data: 0, speed: 0 };

/** What is said to be for another version proves nothing here. */
function isFor(server: Target, { target }: LintResult): boolean {
  return certaintyOf(target) === 'guessed' || minorOf(target.value) === minorOf(server);
}

const minorOf = (target: Target): string => targetId(target).replace(/\.\d+$/, '');

function outcomeOf(before: Observation, after: Observation, effect: Effect): string {
  const promise = needsReview(effect) ? 'for review' : effect;
  if (!before.verdict.isStartable)
    return `${promise}: ${after.verdict.isStartable ? 'starts now' : 'refused before and after'}`;
  if (before.attempts.length === 0) return `${promise}: nobody can connect`;
  return effect === 'none' && !before.state ? `${promise}: the server does not tell` : `${promise}: proven`;
}

/** One line for what one fix did to one file. */
export function formatViolations(violations: readonly FoundViolation[]): readonly string[] {
  const whats = new Map<string, string[]>();
  for (const { kind, file, fix, effect, what } of violations) {
    const key = `${kind} (${effect}): ${file}: ${fix}`;
    whats.set(key, [...(whats.get(key) ?? []), what]);
  }
  return [...whats].map(([key, all]) => {
    const more = all.length > MOST_SHOWN ? ` and ${all.length - MOST_SHOWN} more` : '';
    return `${key}: ${all.slice(0, MOST_SHOWN).join('; ')}${more}`;
  });
}

const MOST_SHOWN = 3;

export function formatFigures({ files, startable, outcomes, violations, milliseconds }: LawReport): string {
  const lines = [...outcomes].sort().map(([outcome, count]) => `    ${outcome}: ${count}`);
  const seconds = (milliseconds / 1000).toFixed(1);
  return [`${files} files, ${startable} startable, ${violations.length} violations, ${seconds} s`, ...lines].join('\n');
}
