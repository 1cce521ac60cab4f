import * as fc from 'fast-check';
import type { LoadCache } from '../../server/src/core/service.js';
import { checkTrial } from './check-trial.js';
import type { Trial } from './fuzz-input.js';
import { GENERATORS, trialsOf } from './generators.js';

/** What came of some inputs of one generator. */
export interface FuzzFigures {
  readonly inputs: number;
  readonly edits: number;
  readonly fixed: number;
  /** Of CPU time: all inputs, and the slowest one. */
  readonly milliseconds: number;
  readonly slowest: number;
  readonly find: Find | undefined;
}

export interface Find {
  readonly seed: number;
  /** As small as it gets. */
  readonly trial: Trial | undefined;
  readonly message: string;
}

const LONGEST_SHRINKING_MS = 120_000;

/** Tries inputs of a generator until one fails. Same generator, seed and count, same inputs. `cache`: as a host keeps it. */
export function runFuzz(generator: string, seed: number, count: number, cache: LoadCache): FuzzFigures {
  const input = GENERATORS.get(generator);
  if (!input) throw new Error(`no generator "${generator}": ${[...GENERATORS.keys()].join(', ')}`);
  const figures = { inputs: 0, edits: 0, fixed: 0, milliseconds: 0, slowest: 0 };
  const property = fc.property(trialsOf(input), (trial) => {
    const { edits, isFixed, milliseconds } = checkTrial(trial, cache);
    figures.inputs++;
    figures.edits += edits;
    figures.fixed += isFixed ? 1 : 0;
    figures.milliseconds += milliseconds;
    figures.slowest = Math.max(figures.slowest, milliseconds);
  });
  const { failed, counterexample, errorInstance } = fc.check(property, {
    seed,
    numRuns: count,
    interruptAfterTimeLimit: LONGEST_SHRINKING_MS,
  });
  if (!failed) return { ...figures, find: undefined };
  const message =
    errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
  return { ...figures, find: { seed, trial: counterexample?.[0], message } };
}
