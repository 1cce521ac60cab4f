import type { Stats } from 'node:fs';
import path from 'node:path';
import { codeOf, wordsOf } from './errors.js';
import { locate } from './locate.js';
import { writeAll } from './patience.js';
import { runNow } from './steps.js';
import { OPENED, quietly, WRITE_CALLS, type WriteCalls, withFile } from './write-calls.js';

/** What a file is to hold from now on. */
export interface Replacement {
  readonly path: string;
  readonly content: Uint8Array;
  /** What the file must still hold just before; undefined: anything, and it may be a new one. */
  readonly expected?: Uint8Array | undefined;
}

/**
 * Writes a file so that it is the old one or the new one, whole, whatever happens on the way: beside it, then in its
 * place, with its mode and owner. A symbolic link stays, and what it leads to is written. A file with hard links, whose
 * owner cannot be kept, or that is mounted by itself is overwritten where it is, and put back where that fails; a device
 * or a pipe is written to. Answers why it was not written, in words; undefined: it was.
 */
export function replaceFile(replacement: Replacement, calls: WriteCalls = WRITE_CALLS): string | undefined {
  try {
    const place = runNow(locate(replacement.path));
    if (place.missing > 1) return 'there is no such directory';
    const request = { ...replacement, path: place.path };
    if (place.missing === 0) replace(request, calls.lstatSync(place.path), calls);
    else if (request.expected) throw new ChangedMeanwhile();
    else moveIntoPlace(request, undefined, calls);
    return undefined;
  } catch (error) {
    return error instanceof ChangedMeanwhile ? 'it has changed since it was read: run again' : wordsOf(error);
  }
}

class ChangedMeanwhile extends Error {}

function replace(request: Replacement, entry: Stats, calls: WriteCalls): void {
  const { path: file, content } = request;
  if (!entry.isFile())
    withFile(calls, [file, OPENED.toWrite], (descriptor) => writeAll(descriptor, content, calls.writeSync));
  else if (entry.nlink > 1 || !canKeepOwner(entry)) overwrite(request, calls);
  else moveOrOverwrite(request, entry, calls);
}

/** A file that is mounted by itself, as containers have them, lets nothing take its place. */
function moveOrOverwrite(request: Replacement, entry: Stats, calls: WriteCalls): void {
  try {
    moveIntoPlace(request, entry, calls);
  } catch (error) {
    if (codeOf(error) !== 'EBUSY') throw error;
    overwrite(request, calls);
  }
}

/** Only root gives files away. Windows has no such owners. */
function canKeepOwner({ uid, gid }: Stats): boolean {
  const self = process.geteuid?.();
  if (self === undefined || self === 0) return true;
  return self === uid && [process.getegid?.(), ...(process.getgroups?.() ?? [])].includes(gid);
}

const TEMPORARY_NAME_BYTES = 8;
const MODE_BITS = 0o7777;
const MODE_OF_NEW_FILES = 0o666;
const MODE_UNTIL_OWNED = 0o600;

function moveIntoPlace(request: Replacement, entry: Stats | undefined, calls: WriteCalls): void {
  const folder = path.dirname(request.path);
  // Hidden, so that a server that starts meanwhile does not read it for `include conf.d/*`.
  const name = `.redis-conf-lint-${Buffer.from(crypto.getRandomValues(new Uint8Array(TEMPORARY_NAME_BYTES))).toString('hex')}`;
  const temporary = path.join(folder, name);
  const mode = entry ? MODE_UNTIL_OWNED : MODE_OF_NEW_FILES;
  try {
    withFile(calls, [temporary, OPENED.toCreate, mode], (descriptor) =>
      fill(descriptor, request.content, entry, calls),
    );
    if (entry) checkTarget(request, calls);
    calls.renameSync(temporary, request.path);
  } catch (error) {
    quietly(() => calls.unlinkSync(temporary));
    throw error;
  }
  // The new name survives a power failure when the folder is on the disk too; not every system can do that.
  quietly(() => withFile(calls, [folder, OPENED.toFlush], calls.fsyncSync));
}

function fill(descriptor: number, content: Uint8Array, entry: Stats | undefined, calls: WriteCalls): void {
  if (entry) {
    calls.fchownSync(descriptor, entry.uid, entry.gid);
    calls.fchmodSync(descriptor, entry.mode & MODE_BITS);
  }
  writeAll(descriptor, content, calls.writeSync);
  calls.fsyncSync(descriptor);
}

/** Who may not write a file may not replace it either, and nobody's change of it is lost. */
function checkTarget({ path: file, expected }: Replacement, calls: WriteCalls): void {
  withFile(calls, [file, expected ? OPENED.toCompare : OPENED.toWrite], (descriptor) =>
    refuseChange(descriptor, expected, calls),
  );
}

/** @throws ChangedMeanwhile */
function refuseChange(descriptor: number, expected: Uint8Array | undefined, calls: WriteCalls): void {
  if (!expected) return;
  const buffer = Buffer.alloc(expected.length + 1);
  let length = 0;
  for (let count = -1; count !== 0 && length < buffer.length; length += count) {
    count = calls.readSync(descriptor, buffer, length, buffer.length - length, length);
  }
  if (!buffer.subarray(0, length).equals(expected)) throw new ChangedMeanwhile();
}

/** What grows is written first, so that a full disk is noticed while everything can still be as it was. */
function overwrite({ path: file, content, expected }: Replacement, calls: WriteCalls): void {
  withFile(calls, [file, expected ? OPENED.toCompare : OPENED.toWrite], (descriptor) => {
    refuseChange(descriptor, expected, calls);
    const { size } = calls.fstatSync(descriptor);
    const write = (bytes: Uint8Array, position: number) => writeAll(descriptor, bytes, calls.writeSync, position);
    try {
      write(content.subarray(size), size);
      write(content.subarray(0, size), 0);
      calls.ftruncateSync(descriptor, content.length);
      calls.fsyncSync(descriptor);
    } catch (error) {
      quietly(() => {
        write(expected ?? new Uint8Array(), 0);
        calls.ftruncateSync(descriptor, size);
      });
      throw error;
    }
  });
}
