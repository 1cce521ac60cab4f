import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stockConfiguration } from './documents.js';
import { median } from './statistics.js';

/** Milliseconds from start to end of a process. */
export interface CliFigures {
  readonly node: number;
  readonly oneFile: number;
  readonly thousandFiles: number;
}

export function measureCli(cli: string): CliFigures {
  const folder = mkdtempSync(path.join(tmpdir(), 'redis-conf-lint-bench-'));
  try {
    const many = path.join(folder, 'many');
    mkdirSync(many);
    const text = stockConfiguration(100);
    writeFileSync(path.join(folder, 'redis.conf'), text);
    for (let n = 0; n < 1000; n++) writeFileSync(path.join(many, `redis-${n}.conf`), text);
    return {
      node: medianRun(['-e', '0'], 7),
      oneFile: medianRun([cli, path.join(folder, 'redis.conf')], 7),
      thousandFiles: medianRun([cli, many], 3),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function medianRun(args: readonly string[], times: number): number {
  const runs = Array.from({ length: times }, () => {
    const start = performance.now();
    spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    return performance.now() - start;
  });
  return median(runs);
}
