import type { FileLookup } from '../core/config/file-reader.js';
import type { Replacement } from '../node/replace-file.js';

/** What a run has of the world. */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  /** Columns to fill. */
  readonly width: number;
  /** All that comes in over an open stream; 0 is standard input. */
  readonly readStream: (descriptor: number) => FileLookup;
  /** To standard output. @throws Error when it can't be written. */
  readonly write: (text: string | Uint8Array) => void;
  readonly writeError: (text: string | Uint8Array) => void;
  /** @throws Error when it can't be written. */
  readonly writeStream: (descriptor: number, text: string | Uint8Array) => void;
  /** Whole or not at all; answers why it was not written, in words. */
  readonly replaceFile: (replacement: Replacement) => string | undefined;
}

/**
 * 0: clean; 1: findings of error severity, or more warnings than allowed; 2: what was named could not be read,
 * analysed or written, or the usage is wrong.
 */
export type ExitCode = 0 | 1 | 2;
