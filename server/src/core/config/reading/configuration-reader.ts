import type { Mount } from '../deployment.js';
import type { FileLookup, FileReader, FolderLookup } from '../file-reader.js';
import type { Dialect } from '../occurrence.js';
import { directoryOf, isBelow, resolvePath } from '../paths.js';
import { isForeign } from './foreign.js';
import { standInFor, standInForPattern, type Whereabouts } from './stand-ins.js';

/** The file system as a configuration may see it. */
export interface ConfigurationReader extends FileReader {
  /** Where a name leads, as seen from the working directory of the moment. */
  readonly locate: (directory: string, name: string) => Located;
  readonly locatePattern: (directory: string, name: string) => Located;
}

/** Where a name leads. */
export interface Located {
  readonly path: string;
  /** The path of another machine that it stands in for; undefined: it is the path that was named. */
  readonly named?: string;
}

const ANOTHER_MACHINE = { status: 'unknown', reason: 'another-machine' } as const;
const HERE = { status: 'found' } as const;
/** A folder above the configuration's own: it is here, whatever stands in it. */
const HERE_EMPTY = { status: 'found', names: [] } as const;

/**
 * Files that are none of Redis' have no text. What is missing together with its folder is of another machine, unless it
 * belongs to what holds the configuration, which is on this one.
 */
export function configurationReader(reader: FileReader, where: Whereabouts, dialect: Dialect): ConfigurationReader {
  const own = directoryOf(where.rootPath);
  const isOwn = (path: string) =>
    isBelow(path, own) || (where.around !== undefined && isBelow(path, where.around)) || !isAbsolute(path);
  /** Every machine has a root: that it is here says nothing of a file that is not. */
  const folderOf = (path: string): FolderLookup => {
    const folder = directoryOf(path);
    if (folder !== '/' && isBelow(own, folder)) return HERE_EMPTY;
    const isUntold = folder === '/' && reader.readFile(path).status !== 'found';
    return isUntold ? ANOTHER_MACHINE : reader.listFolder(folder);
  };
  const whyMissing = (path: string): FileLookup => {
    const folder = isOwn(path) ? HERE : folderOf(path);
    if (folder.status === 'found') return { status: 'missing' };
    return folder.status === 'unknown' && !isElsewhere(folder) ? folder : ANOTHER_MACHINE;
  };
  /** A relative name means a file of this machine, unless a `dir` line of another one comes before it. */
  const locate = (directory: string, name: string, find: typeof standInFor): Located => {
    const path = mountedPath(resolvePath(directory, name), where.mounts);
    const isFromHere = !isAbsolute(name) && (directory === own || isOwn(directory));
    if (isFromHere || isOwn(path) || !isElsewhere(folderOf(path))) return { path };
    const standIn = find(path, reader, where);
    return standIn === undefined ? { path } : { path: standIn, named: path };
  };
  return {
    readFile: (path) => {
      const found = reader.readFile(path);
      if (found.status === 'found' && isForeign(found.text, dialect)) return { status: 'unknown', reason: 'foreign' };
      return found.status === 'missing' ? whyMissing(path) : found;
    },
    listFolder: (path) => {
      const found = reader.listFolder(path);
      return found.status === 'missing' && !isOwn(path) ? ANOTHER_MACHINE : found;
    },
    locate: (directory, name) => locate(directory, name, standInFor),
    locatePattern: (directory, name) => locate(directory, name, standInForPattern),
  };
}

/** The path here of one in the container; the longest mount that holds it decides. */
export function mountedPath(path: string, mounts: readonly Mount[]): string {
  const holding = mounts.filter(({ inside }) => path === inside || isBelow(path, inside));
  const [mount] = holding.toSorted((a, b) => b.inside.length - a.inside.length);
  return mount ? mount.outside + path.slice(mount.inside.length) : path;
}

const isAbsolute = (path: string): boolean => /^(\/|[A-Za-z]:)/.test(path);

function isElsewhere(folder: FileLookup | FolderLookup): boolean {
  if (folder.status !== 'unknown') return folder.status === 'missing';
  return folder.reason === 'another-machine' || folder.reason === 'outside-root';
}
