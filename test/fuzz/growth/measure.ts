import { spawnSync } from 'node:child_process';

/** A young generation so large that growing it does not look like growth of the work; garbage is collected when we say so. */
const FLAGS = ['--expose-gc', '--max-semi-space-size=128'] as const;

/** Runs a program again in a process that measures well; undefined: this one does. */
export function exitCodeOfMeasuringProcess(program: string, args: readonly string[]): number | undefined {
  if (FLAGS.every((flag) => process.execArgv.includes(flag))) return undefined;
  return spawnSync(process.execPath, [...FLAGS, program, ...args], { stdio: 'inherit' }).status ?? 1;
}

/** CPU time of one call in milliseconds: the median of some. What other processes do meanwhile does not count. */
export function cpuTimeOf(work: () => unknown, repeats: number): number {
  globalThis.gc?.();
  const times = Array.from({ length: repeats }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return times.toSorted((a, b) => a - b)[repeats >> 1] ?? 0;
}
