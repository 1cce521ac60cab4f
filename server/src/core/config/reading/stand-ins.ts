import type { Mount } from '../deployment.js';
import type { FileReader } from '../file-reader.js';
import { directoryOf, fileNameOf, isBelow } from '../paths.js';
import { expandPattern, isPattern } from './glob.js';

/** Where a configuration stands. */
export interface Whereabouts {
  /** The file that the server is started with. */
  readonly rootPath: string;
  /** The folder that holds all that belongs to it: nothing beside or above it is looked at. Undefined: nobody knows. */
  readonly around: string | undefined;
  /** Where paths of its container lead to here. */
  readonly mounts: readonly Mount[];
}

/** In more folders than these one file of a name says little. */
const MOST_FOLDERS = 50;
const OTHER_PEOPLES_FOLDER = /^\.|^node_modules$/;
/** As names of folders rarely look; but `conf.d`. */
const LOOKS_LIKE_A_FILE = /\.(?!d$)[a-z0-9]{1,8}$/i;

/**
 * The file that stands in for one of another machine: of the same name beside the configuration, else in exactly one
 * folder beside or below; what a container copies to `/usr/local/etc/redis` stands there. Never the configuration
 * itself. Undefined: there is none, or nobody knows.
 */
export function standInFor(path: string, reader: FileReader, { rootPath, around }: Whereabouts): string | undefined {
  const name = fileNameOf(path);
  const own = directoryOf(rootPath);
  const holds = (folder: string): boolean | undefined => {
    const isItself = join(folder, name) === rootPath;
    return namesIn(folder, reader)?.some((other) => other === name && !isItself);
  };
  const isHere = holds(own);
  if (isHere !== false) return isHere ? join(own, name) : undefined;
  const folders = foldersNear(own, around, reader);
  const held = folders?.map(holds);
  if (!folders || held?.includes(undefined)) return undefined;
  const [only, ...others] = folders.filter((_, index) => held?.[index]);
  return only !== undefined && others.length === 0 ? join(only, name) : undefined;
}

/** The same for a pattern: a folder of the same name, the configuration's own, beside or below it. */
export function standInForPattern(
  pattern: string,
  reader: FileReader,
  { rootPath, around }: Whereabouts,
): string | undefined {
  const folder = directoryOf(pattern);
  const own = directoryOf(rootPath);
  if (isPattern(folder)) return undefined;
  const beside = mayLookAbove(own, around) ? [directoryOf(own)] : [];
  const named = [own, ...beside].map((above) => join(above, fileNameOf(folder)));
  const candidates = fileNameOf(own) === fileNameOf(folder) ? [own, ...named] : named;
  const [only, ...others] = [...new Set(candidates)].filter((name) => reader.listFolder(name).status === 'found');
  if (only === undefined || others.length > 0 || isPattern(only)) return undefined;
  const here = join(only, fileNameOf(pattern));
  const found = expandPattern(here, own, reader);
  return found.status === 'found' && found.paths.includes(rootPath) ? undefined : here;
}

/** Folders below a folder, and beside it where something is known to hold both. Undefined: too many, or nobody knows. */
function foldersNear(own: string, around: string | undefined, reader: FileReader): readonly string[] | undefined {
  const below = foldersIn(own, reader);
  const beside = mayLookAbove(own, around) ? foldersIn(directoryOf(own), reader) : [];
  const all = below && beside && [...below, ...beside.filter((folder) => folder !== own)];
  return all && all.length <= MOST_FOLDERS ? all : undefined;
}

const mayLookAbove = (own: string, around: string | undefined): boolean => around !== undefined && isBelow(own, around);

function foldersIn(folder: string, reader: FileReader): readonly string[] | undefined {
  return namesIn(folder, reader)
    ?.filter((name) => !OTHER_PEOPLES_FOLDER.test(name) && !LOOKS_LIKE_A_FILE.test(name))
    .map((name) => join(folder, name));
}

/** None where there is no such folder; undefined: the host has not answered. */
function namesIn(folder: string, reader: FileReader): readonly string[] | undefined {
  const found = reader.listFolder(folder);
  if (found.status === 'found') return found.names;
  return found.status === 'unknown' && found.reason === 'not-loaded' ? undefined : [];
}

const join = (folder: string, name: string): string => (folder.endsWith('/') ? folder + name : `${folder}/${name}`);
