import { type Effect, needsReview } from '../../server/src/core/rules/rule.js';
import { makeCertificates } from '../support/certificates.js';
import { targetOfBinary } from '../support/real-server.js';
import { openTwoHosts } from '../support/two-hosts.js';
import { fixedTrees, type Subject } from './fixed-trees.js';
import { violationsOf } from './law.js';
import type { FoundViolation, LawReport } from './law-report.js';
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

/** Tries every configuration before and after its fixes. @throws Error where there are no two hosts. */
export async function runLaw({ binary, subjects, withReviewed = false, parallel = 2 }: LawOptions): Promise<LawReport> {
  const started = performance.now();
  const target = targetOfBinary(binary);
  if (!target) throw new Error(`${binary} is no redis-server or valkey-server`);
  const certificates = makeCertificates();
  const reader = createTreeReader();
  const outcomes = new Map<string, number>();
  const violations: FoundViolation[] = [];
  let files = 0;
  let startable = 0;
  const queue = subjects.values();
  const work = async () => {
    const hosts = await openTwoHosts();
    if (!hosts) throw new Error('no two hosts can be had');
    try {
      for (const subject of queue) {
        const tried = await trySubject(subject, { binary, target, hosts, certificates, reader }, withReviewed);
        if (tried.outcomes.length > 0) files++;
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
  return { files, startable, outcomes, violations, milliseconds: performance.now() - started };
}

interface Tried {
  readonly isStartable: boolean;
  readonly outcomes: readonly string[];
  readonly violations: readonly FoundViolation[];
}

async function trySubject(subject: Subject, stage: Stage, withReviewed: boolean): Promise<Tried> {
  const { tree } = subject;
  const fixed = fixedTrees(subject, { server: stage.target, reader: stage.reader, withReviewed });
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

function outcomeOf(before: Observation, after: Observation, effect: Effect): string {
  const promise = needsReview(effect) ? 'for review' : effect;
  if (!before.verdict.isStartable)
    return `${promise}: ${after.verdict.isStartable ? 'starts now' : 'refused before and after'}`;
  if (before.attempts.length === 0) return `${promise}: nobody can connect`;
  return effect === 'none' && !before.state ? `${promise}: the server does not tell` : `${promise}: proven`;
}
