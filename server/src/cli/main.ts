import { fstatSync } from 'node:fs';
import { printable } from '../core/text/printable.js';
import { readDescriptorNow } from '../node/disk.js';
import { codeOf, wordsOf } from '../node/errors.js';
import { refuseOwnDescriptor } from '../node/inherited.js';
import { writeAll } from '../node/patience.js';
import { replaceFile } from '../node/replace-file.js';
import type { ExitCode, Host } from './host.js';
import { run } from './run.js';
import { TOOL } from './tool.js';

const STDOUT = 1;
const STDERR = 2;
const DEFAULT_WIDTH = 80;
/** Longer lines are hard to read, however wide the terminal. */
const WIDEST = 120;
/** In less there is no room for a word beside its indentation. */
const NARROWEST = 40;

function createHost(): Host {
  // `process.stdout` loads the streams and the network, a fifth of a run: it is touched on a terminal only.
  const isTerminal = fstatSync(STDOUT).isCharacterDevice() && process.stdout.isTTY;
  return {
    cwd: process.cwd(),
    env: process.env,
    isTerminal,
    width: isTerminal ? widthOf(process.stdout.columns) : DEFAULT_WIDTH,
    readStream: readDescriptorNow,
    write: (text) => writeStream(STDOUT, text),
    writeError: (text) => writeStream(STDERR, text),
    writeStream,
    replaceFile,
  };
}

/** A terminal that nobody looks at has no columns. */
function widthOf(columns: number | undefined): number {
  return columns ? Math.max(NARROWEST, Math.min(columns, WIDEST)) : DEFAULT_WIDTH;
}

function writeStream(descriptor: number, text: string | Uint8Array): void {
  try {
    refuseOwnDescriptor(descriptor);
    writeAll(descriptor, typeof text === 'string' ? Buffer.from(text) : text);
  } catch (error) {
    // A reader that stops early (`| head`) is no failure.
    if (codeOf(error) !== 'EPIPE') throw error;
  }
}

/** Whatever goes wrong is one line: nobody wants our stack. */
function main(): ExitCode {
  try {
    return run(process.argv.slice(2), createHost());
  } catch (error) {
    try {
      writeStream(STDERR, `${TOOL.name}: ${printable(describe(error))}\n`);
    } catch {
      // Nobody can be told.
    }
    return 2;
  }
}

/** A failure of the system in its words; anything else is our mistake, and its message may quote a file. */
function describe(error: unknown): string {
  if (codeOf(error) === '') return `it failed because of a mistake of its own (${wordsOf(error)}); please report it`;
  const { syscall = '' } = error as NodeJS.ErrnoException;
  const what = syscall === 'uv_cwd' ? 'the working directory' : 'the report';
  return `${what}: ${wordsOf(error)}`;
}

process.exitCode = main();
