import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Batch } from './fuzz-worker.js';
import type { Find, FuzzFigures } from './run-fuzz.js';

export interface FuzzOptions {
  readonly generators: readonly string[];
  readonly seed: number;
  /** How many inputs at most, of all generators together. */
  readonly inputs: number;
  readonly milliseconds: number;
  readonly onProgress?: (totals: ReadonlyMap<string, FuzzTotals>) => void;
}

export type FuzzTotals = Omit<FuzzFigures, 'find'> & { readonly finds: readonly Find[] };

const BATCH = 250;
/** A batch that takes longer hangs, whatever else the machine does. */
const LONGEST_BATCH_MS = 600_000;
const NOTHING: FuzzTotals = { inputs: 0, edits: 0, fixed: 0, milliseconds: 0, slowest: 0, finds: [] };

/** Batches of every generator in turn, until there were enough inputs or the time is up. Totals by generator. */
export async function fuzzForLong({
  generators,
  seed,
  inputs,
  milliseconds,
  onProgress,
}: FuzzOptions): Promise<ReadonlyMap<string, FuzzTotals>> {
  const deadline = performance.now() + milliseconds;
  const totals = new Map(generators.map((generator) => [generator, NOTHING]));
  const share = Math.ceil(inputs / generators.length);
  let worker = openWorker();
  for (let round = 0; round * BATCH < share; round++) {
    for (const generator of generators) {
      if (performance.now() > deadline) return worker.terminate().then(() => totals);
      const batch = { generator, seed: seed + round, count: Math.min(BATCH, share - round * BATCH) };
      const figures = await answerOf(worker, batch);
      if (figures.find && !figures.find.trial) worker = await anotherWorker(worker);
      totals.set(generator, added(totals.get(generator) ?? NOTHING, figures));
    }
    onProgress?.(totals);
  }
  await worker.terminate();
  return totals;
}

const openWorker = (): Worker => new Worker(path.join(__dirname, 'fuzz-worker.js'));

async function anotherWorker(worker: Worker): Promise<Worker> {
  await worker.terminate();
  return openWorker();
}

/** What the worker says of a batch; where it says nothing in time, or ends, that is what was found. */
async function answerOf(worker: Worker, batch: Batch): Promise<FuzzFigures> {
  worker.postMessage(batch);
  try {
    const [figures] = await once(worker, 'message', { signal: AbortSignal.timeout(LONGEST_BATCH_MS) });
    return figures;
  } catch (error) {
    const message = `no answer: ${error}`;
    return {
      inputs: 0,
      edits: 0,
      fixed: 0,
      milliseconds: 0,
      slowest: 0,
      find: { seed: batch.seed, trial: undefined, message },
    };
  }
}

function added({ finds, ...so }: FuzzTotals, { find, ...more }: FuzzFigures): FuzzTotals {
  return {
    inputs: so.inputs + more.inputs,
    edits: so.edits + more.edits,
    fixed: so.fixed + more.fixed,
    milliseconds: so.milliseconds + more.milliseconds,
    slowest: Math.max(so.slowest, more.slowest),
    finds: find ? [...finds, find] : finds,
  };
}

const COLUMNS = ['inputs', 'edits', 'fixed', 'ms each', 'slowest', 'finds'];

/** As a table for a terminal, with a line for all. */
export function formatTotals(totals: ReadonlyMap<string, FuzzTotals>): string {
  const all = [...totals.values()].reduce<FuzzTotals>(
    (sum, each) => ({ ...added(sum, { ...each, find: undefined }), finds: [...sum.finds, ...each.finds] }),
    NOTHING,
  );
  const row = (name: string, { inputs, edits, fixed, milliseconds, slowest, finds }: FuzzTotals) =>
    line(name, [
      inputs,
      edits,
      fixed,
      (milliseconds / Math.max(1, inputs)).toFixed(2),
      slowest.toFixed(0),
      finds.length,
    ]);
  return [line('', COLUMNS), ...[...totals].map(([name, each]) => row(name, each)), row('all', all)].join('\n');
}

const line = (name: string, cells: readonly (string | number)[]): string =>
  name.padEnd(16) + cells.map((cell) => String(cell).padStart(9)).join('');
