import { fileURLToPath } from 'node:url';
import { listFolderLater, readFileLater } from '../../node/disk.js';
import type { HostFiles } from '../host.js';

/** The file system that Node sees. */
export const NODE_FILES: HostFiles = {
  readFile: (uri, root) => lookUp(uri, root, readFileLater),
  listFolder: (uri, root) => lookUp(uri, root, listFolderLater),
};

async function lookUp<Lookup>(
  uri: string,
  root: string | undefined,
  look: (path: string, root: string | undefined) => Promise<Lookup>,
): Promise<Lookup | { readonly status: 'unknown'; readonly reason: 'another-machine' }> {
  const path = pathFrom(uri);
  const folder = root === undefined ? undefined : pathFrom(root);
  const isHere = path !== undefined && (root === undefined || folder !== undefined);
  return isHere ? look(path, folder) : { status: 'unknown', reason: 'another-machine' };
}

/** Undefined where the address is none of this machine. */
function pathFrom(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
