// Runs batches as it is asked for them, so that another thread can tell when one does not come to an end.
import { parentPort } from 'node:worker_threads';
import { createLoadCache } from '../../server/src/core/service.js';
import { runFuzz } from './run-fuzz.js';

export interface Batch {
  readonly generator: string;
  readonly seed: number;
  readonly count: number;
}

const cache = createLoadCache();

parentPort?.on('message', ({ generator, seed, count }: Batch) =>
  parentPort?.postMessage(runFuzz(generator, seed, count, cache)),
);
