import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { FileParams, ListFolderResult, ReadFileResult } from './protocol.js';

/** Reads for a server without a file system of its own: a worker in a browser, or a file on another machine. */
export async function readFile({ uri }: FileParams): Promise<ReadFileResult> {
  try {
    const address = Uri.parse(uri, true);
    const { type } = await workspace.fs.stat(address);
    if ((type & FileType.Directory) !== 0) return { status: 'found', base64: '' };
    return { status: 'found', base64: base64Of(await workspace.fs.readFile(address)) };
  } catch (error) {
    return failure(error);
  }
}

export async function listFolder({ uri }: FileParams): Promise<ListFolderResult> {
  try {
    const entries = await workspace.fs.readDirectory(Uri.parse(uri, true));
    return { status: 'found', names: entries.map(([name]) => name) };
  } catch (error) {
    return failure(error);
  }
}

/** A file that is not there is an answer; one that cannot be read leaves the question open. */
function failure(error: unknown): { status: 'missing' } | { status: 'unknown'; reason: 'failed'; detail: string } {
  const isMissing = error instanceof FileSystemError && /FileNotFound|FileNotADirectory/.test(error.code);
  if (isMissing) return { status: 'missing' };
  return { status: 'unknown', reason: 'failed', detail: error instanceof Error ? error.message : String(error) };
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
