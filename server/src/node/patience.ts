import { writeSync } from 'node:fs';
import { codeOf } from './errors.js';

const PAUSE_MILLISECONDS = 10;

/** Calls again as long as a stream that does not block would have to: somebody made it so, and we wait all the same. */
export function patiently<Result>(call: () => Result): Result {
  for (;;) {
    try {
      return call();
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0, PAUSE_MILLISECONDS);
    }
  }
}

/** Writes every byte, from a position on or where the stream stands. @throws what the file system says */
export function writeAll(
  descriptor: number,
  bytes: Uint8Array,
  write: typeof writeSync = writeSync,
  position: number | null = null,
): void {
  for (let done = 0; done < bytes.length; ) {
    const at = position === null ? null : position + done;
    done += patiently(() => write(descriptor, bytes, done, bytes.length - done, at));
  }
}
