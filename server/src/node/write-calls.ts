import * as fs from 'node:fs';

/** The calls that writing is made of; a test puts failures and sudden ends between them. */
export type WriteCalls = Pick<
  typeof fs,
  | 'closeSync'
  | 'fchmodSync'
  | 'fchownSync'
  | 'fstatSync'
  | 'fsyncSync'
  | 'ftruncateSync'
  | 'lstatSync'
  | 'openSync'
  | 'readSync'
  | 'renameSync'
  | 'unlinkSync'
  | 'writeSync'
>;

/** Those of Node, each of which waits. */
export const WRITE_CALLS: WriteCalls = fs;

const { O_CREAT, O_EXCL, O_NOCTTY, O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_RDWR, O_WRONLY } = fs.constants;
const GUARDS = O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;

/** How a file is opened; never through a symbolic link, never waiting for a pipe's other end. */
export const OPENED = {
  toCreate: O_WRONLY | O_CREAT | O_EXCL | GUARDS,
  toWrite: O_WRONLY | GUARDS,
  toCompare: O_RDWR | GUARDS,
  toFlush: O_RDONLY | GUARDS,
} as const;

/** Closes the file whatever happens. @throws what opening, using or closing it throws */
export function withFile<Result>(
  calls: WriteCalls,
  [path, flags, mode]: readonly [path: string, flags: number, mode?: number],
  use: (descriptor: number) => Result,
): Result {
  const descriptor = calls.openSync(path, flags, mode);
  let result: Result;
  try {
    result = use(descriptor);
  } catch (error) {
    quietly(() => calls.closeSync(descriptor));
    throw error;
  }
  calls.closeSync(descriptor);
  return result;
}

/** Does something that may fail without harm. */
export function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // What matters has been done or has failed before.
  }
}
