import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import {
  type FileParams,
  LARGEST_FILE,
  type ListFolderResult,
  type ReadFileResult,
  type Unreadable,
} from './protocol.js';

/** Reads for a server without a file system of its own: a worker in a browser, or a file on another machine. */
export async function readFile({ uri }: FileParams): Promise<ReadFileResult> {
  const address = Uri.parse(uri, true);
  try {
    const { type, size } = await workspace.fs.stat(address);
    if ((type & FileType.Directory) !== 0) return { status: 'found', base64: '' };
    if ((type & FileType.File) === 0) return { status: 'unknown', reason: 'special' };
    if (size > LARGEST_FILE) return { status: 'unknown', reason: 'too-large' };
    return { status: 'found', base64: base64Of(await workspace.fs.readFile(address)) };
  } catch (error) {
    return failure(error, address);
  }
}

/** Lists for such a server, by names alone. */
export async function listFolder({ uri }: FileParams): Promise<ListFolderResult> {
  const address = Uri.parse(uri, true);
  try {
    const entries = await workspace.fs.readDirectory(address);
    return { status: 'found', names: entries.map(([name]) => name) };
  } catch (error) {
    return failure(error, address);
  }
}

/** A file that is not there is an answer; one that cannot be read leaves the question open. */
function failure(error: unknown, { scheme }: Uri): { readonly status: 'missing' } | Unreadable {
  // Documents that were never saved have no file system.
  if (workspace.fs.isWritableFileSystem(scheme) === undefined) return { status: 'unknown', reason: 'not-loaded' };
  const code = error instanceof FileSystemError ? error.code : '';
  if (/FileNotFound|FileNotADirectory/.test(code)) return { status: 'missing' };
  return { status: 'unknown', reason: code === 'NoPermissions' ? 'forbidden' : 'failed' };
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
