import type { Stats } from 'node:fs';
import { type FileLookup, type FolderLookup, LARGEST_FILE, type Unanswered } from '../core/config/file-reader.js';
import { decodeBytes } from '../core/syntax/bytes.js';
import { close, fstat, lstat, names, open, read, realPath } from './calls.js';
import { isNotThere, unansweredFor } from './errors.js';
import { refuseOwnDescriptor } from './inherited.js';
import { locate, type Place, refusalAt } from './locate.js';
import { runLater, runNow, type Steps } from './steps.js';

/**
 * How files are read, for everybody: as the server would, which finds a folder empty; but never from a device, a pipe
 * or what the kernel makes up, never more than `LARGEST_FILE`, and nothing outside a root. `root`: the folder that
 * nothing outside of is looked at, whatever symbolic links say; undefined: everything may be. All of them answer what
 * went wrong and never throw.
 */
export const readFileNow = (path: string, root?: string): FileLookup => runNow(readFile(path, root));
/** The same, without waiting. */
export const readFileLater = (path: string, root?: string): Promise<FileLookup> => runLater(readFile(path, root));
/** The names in a folder, by the same bounds. */
export const listFolderNow = (path: string, root?: string): FolderLookup => runNow(listFolder(path, root));
/** The same, without waiting. */
export const listFolderLater = (path: string, root?: string): Promise<FolderLookup> => runLater(listFolder(path, root));

/** What pipes bring at a time; also what is set aside for a file whose size says nothing. */
const CHUNK = 65_536;

const SPECIAL: Unanswered = { status: 'unknown', reason: 'special' };
const TOO_LARGE: Unanswered = { status: 'unknown', reason: 'too-large', detail: 'it is larger than 10 MB' };
const CHANGED: Unanswered = { status: 'unknown', reason: 'failed', detail: 'it changed while it was read' };

function* readFile(path: string, root: string | undefined): Steps<FileLookup> {
  try {
    const found = yield* find(path, root);
    if ('status' in found) return found;
    const bytes = yield* readRegularFile(found.path);
    return typeof bytes === 'string' ? { status: 'found', ...decodeBytes(bytes) } : bytes;
  } catch (error) {
    return isNotThere(error) ? { status: 'missing' } : unansweredFor(error);
  }
}

function* listFolder(path: string, root: string | undefined): Steps<FolderLookup> {
  try {
    const found = yield* find(path, root);
    return 'status' in found ? found : { status: 'found', names: yield* names(found.path) };
  } catch (error) {
    return isNotThere(error) ? { status: 'missing' } : unansweredFor(error);
  }
}

/** The place of what exists and may be looked at, else the answer. */
function* find(path: string, root: string | undefined): Steps<Place | Unanswered | { readonly status: 'missing' }> {
  const place = yield* locate(path);
  const refusal = refusalAt(place, root === undefined ? undefined : yield* locate(root));
  if (refusal) return refusal;
  return place.missing > 0 ? { status: 'missing' } : place;
}

/**
 * The bytes of a file whose path holds no symbolic link. A device is not even opened; what took the file's place
 * meanwhile is not read.
 */
function* readRegularFile(path: string): Steps<string | Unanswered> {
  const entry = yield* lstat(path);
  if (entry.isDirectory()) return '';
  if (!entry.isFile()) return SPECIAL;
  const descriptor = yield* open(path);
  try {
    const opened = yield* fstat(descriptor);
    if (!isSameFile(entry, opened) || (yield* realPath(path)) !== path) return CHANGED;
    return opened.size > LARGEST_FILE ? TOO_LARGE : yield* readToEnd(descriptor, opened.size + 1);
  } finally {
    yield* close(descriptor);
  }
}

function isSameFile(a: Stats, b: Stats): boolean {
  return a.dev === b.dev && a.ino === b.ino && a.isFile() === b.isFile();
}

/** As a byte string. `expected`: how many bytes are set aside at first. */
function* readToEnd(descriptor: number, expected: number): Steps<string | Unanswered> {
  let buffer = Buffer.allocUnsafe(expected);
  let length = 0;
  for (;;) {
    const count = yield* read(descriptor, buffer, length);
    length += count;
    if (length > LARGEST_FILE) return TOO_LARGE;
    if (count === 0) return buffer.toString('latin1', 0, length);
    if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(Math.max(length, CHUNK))]);
  }
}

/** The path of what is there, without symbolic links. @throws where nothing is, or nobody may look */
export const realPathNow = (path: string): string => runNow(realPath(path));

/** All that comes in over an open descriptor, such as standard input. */
export function readDescriptorNow(descriptor: number): FileLookup {
  try {
    refuseOwnDescriptor(descriptor);
    const bytes = runNow(readToEnd(descriptor, CHUNK));
    return typeof bytes === 'string' ? { status: 'found', ...decodeBytes(bytes) } : bytes;
  } catch (error) {
    return unansweredFor(error);
  }
}

/** The first bytes of a regular file, as a byte string; nothing where it cannot be read. */
export function readHeadNow(path: string, length: number): string {
  try {
    return runNow(readHead(path, length));
  } catch {
    return '';
  }
}

function* readHead(path: string, length: number): Steps<string> {
  const descriptor = yield* open(path);
  try {
    const found = yield* fstat(descriptor);
    if (!found.isFile()) return '';
    const buffer = Buffer.allocUnsafe(Math.min(length, found.size));
    return buffer.toString('latin1', 0, yield* read(descriptor, buffer, 0));
  } finally {
    yield* close(descriptor);
  }
}
