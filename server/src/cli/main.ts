import { readFileSync, writeFileSync } from 'node:fs';
import type { Host } from './host.js';
import { run } from './run.js';

const DEFAULT_WIDTH = 80;
/** Lines longer than this are hard to read, however wide the terminal. */
const WIDEST = 120;

const host: Host = {
  cwd: process.cwd(),
  env: process.env,
  isTerminal: process.stdout.isTTY === true,
  width: Math.min(process.stdout.columns ?? DEFAULT_WIDTH, WIDEST),
  readStdin: () => readFileSync(0),
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  writeFile: writeFileSync,
};

// A reader that stops early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void run(process.argv.slice(2), host).then((code) => {
  process.exitCode = code;
});
