import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileLookup, FolderLookup, Unanswered } from '../core/service.js';
import { decodeBytes } from './decode-bytes.js';
import type { HostFiles } from './host.js';

/** Beyond this it is no configuration that anybody wrote. */
const LARGEST_FILE = 10_000_000;

/** The file system that Node sees. */
export const NODE_FILES: HostFiles = {
  readFile: (uri) => lookUp(uri, readConfiguration),
  listFolder: (uri) =>
    lookUp(uri, async (name): Promise<FolderLookup> => ({ status: 'found', names: await readdir(name) })),
};

async function readConfiguration(name: string): Promise<FileLookup> {
  const { size, ...kind } = await describe(name);
  // The server opens a folder and finds it empty.
  if (kind.isFolder) return { status: 'found', text: '' };
  if (!kind.isFile) return { status: 'unknown', reason: 'special' };
  if (size > LARGEST_FILE) return { status: 'unknown', reason: 'too-large', detail: 'it is larger than 10 MB' };
  return { status: 'found', ...decodeBytes(await readFile(name)) };
}

async function describe(name: string) {
  const found = await stat(name);
  return { size: found.size, isFile: found.isFile(), isFolder: found.isDirectory() };
}

async function lookUp<Lookup extends FileLookup | FolderLookup>(
  uri: string,
  look: (name: string) => Promise<Lookup>,
): Promise<Lookup | { status: 'missing' } | Unanswered> {
  try {
    const name = fileURLToPath(uri);
    return await look(name).catch((error: unknown) => explain(name, error));
  } catch {
    return { status: 'unknown', reason: 'another-machine' };
  }
}

/**
 * A file that lacks its folder too is a file of another machine: the configuration is edited here and used there.
 */
async function explain(name: string, error: unknown): Promise<{ status: 'missing' } | Unanswered> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ENOENT' && code !== 'ENOTDIR')
    return { status: 'unknown', reason: 'failed', detail: `it cannot be read (${code})` };
  const folder = await stat(path.dirname(name)).catch(() => undefined);
  return folder?.isDirectory() ? { status: 'missing' } : { status: 'unknown', reason: 'another-machine' };
}
