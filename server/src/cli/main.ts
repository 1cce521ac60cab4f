import { fstatSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import type { Host } from './host.js';
import { run } from './run.js';

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;
const DEFAULT_WIDTH = 80;
/** Longer lines are hard to read, however wide the terminal. */
const WIDEST = 120;

/** `process.stdout` loads the streams and the network, a fifth of a run: it is touched on a terminal only. */
const isTerminal = fstatSync(STDOUT).isCharacterDevice() && process.stdout.isTTY;

const host: Host = {
  cwd: process.cwd(),
  env: process.env,
  isTerminal,
  width: isTerminal ? Math.min(process.stdout.columns, WIDEST) : DEFAULT_WIDTH,
  readStdin: () => readFileSync(STDIN),
  write: (text) => writeAll(STDOUT, text),
  writeError: (text) => writeAll(STDERR, text),
  writeFile: writeFileSync,
};

function writeAll(descriptor: number, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  let done = 0;
  while (done < bytes.length) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A reader that stops early (`| head`) is no failure; one that is slow is waited for.
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}

process.exitCode = run(process.argv.slice(2), host);
