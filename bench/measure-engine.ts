import { createService } from '../server/src/core/service.js';
import { stockConfiguration } from './documents.js';
import { median } from './statistics.js';

/** Milliseconds in this process, warm. */
export interface EngineFigures {
  readonly lines: number;
  readonly split: number;
  readonly parse: number;
  readonly lint: number;
}

export function measureEngine(lines: number, rounds: number): EngineFigures {
  const text = stockConfiguration(lines);
  const service = createService();
  const file = service.parse(text);
  const path = '/etc/redis/redis.conf';
  return {
    lines,
    split: medianOf(rounds, () => text.split('\n')),
    parse: medianOf(rounds, () => service.parse(text)),
    lint: medianOf(rounds, () => service.lint({ path, file })),
  };
}

function medianOf(rounds: number, work: () => unknown): number {
  for (let n = 0; n < rounds; n++) work();
  const times: number[] = [];
  for (let n = 0; n < rounds; n++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return median(times);
}
