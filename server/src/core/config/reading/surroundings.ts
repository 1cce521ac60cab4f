import { isSameLine, NEWEST_PATCH, type Target, targetId } from '../../directives/target.js';
import type { Remember } from '../../text/remember.js';
import type { FileReader } from '../file-reader.js';
import { directoryOf, isBelow, resolvePath } from '../paths.js';
import type { Told } from '../told.js';
import { mayNameImages, serversNamedIn } from './image-references.js';

/** Who writes more of them has no one server in mind. */
const MOST_FILES = 20;
const MOST_CHARACTERS = 65_536;

/** What one file says; a host may keep it. */
export type ServersNamed = (path: string, text: string) => readonly Told<Target>[];

/** What a host keeps, for a folder and what stands in it is around many files. */
export interface KeptSurroundings {
  readonly serversNamedIn: ServersNamed;
  readonly remember: Remember;
}

const NOTHING_KEPT: KeptSurroundings = { serversNamedIn, remember: (question, _, input) => question(input) };

/**
 * Which servers the images and charts name that stand around a file: in its folder and the folders above it up to the
 * root of its project, the nearest first. Without a root up to the folder above: `conf/redis.conf` beside `compose.yml`
 * is the commonest tree of all, and further up is somebody else's.
 */
export function surroundingsOf(
  path: string,
  reader: FileReader,
  root: string | undefined,
  kept: KeptSurroundings = NOTHING_KEPT,
): readonly Told<Target>[] {
  const told: Told<Target>[] = [];
  let files = 0;
  for (const folder of foldersAround(path, root)) {
    const listing = reader.listFolder(folder);
    if (listing.status !== 'found') continue;
    for (const name of kept.remember(imageFilesAmong, listing.names, listing.names)) {
      if (++files > MOST_FILES) return told;
      const file = resolvePath(folder, name);
      const found = reader.readFile(file);
      if (found.status === 'found') told.push(...kept.serversNamedIn(file, found.text.slice(0, MOST_CHARACTERS)));
    }
  }
  return told;
}

const imageFilesAmong = (names: readonly string[]): readonly string[] => names.filter(mayNameImages).sort();

/** From the file's own folder upwards; none for a text without a file. */
function foldersAround(path: string, root: string | undefined): readonly string[] {
  if (!path.includes('/')) return [];
  const own = directoryOf(path);
  const last = root !== undefined && isBelow(path, root) ? resolvePath(root, '.') : directoryOf(own);
  const folders = [own];
  for (let folder = own; folder !== last && directoryOf(folder) !== folder; ) {
    folder = directoryOf(folder);
    if (folder === '.') break;
    folders.push(folder);
  }
  return folders;
}

/** What all say; where they contradict each other nobody is believed. */
export interface Agreement {
  readonly target?: Told<Target>;
  /** One of each opinion, the nearest; none where they agree. */
  readonly disagreeing: readonly Told<Target>[];
}

/** Of a release line they agree also where they name different patch levels: then none is known. */
export function agreementOf(told: readonly Told<Target>[]): Agreement {
  const first = told.find(({ isFloating }) => !isFloating) ?? told[0];
  if (!first) return { disagreeing: [] };
  if (told.every(({ value }) => isSameLine(value, first.value))) {
    const exact = told.filter(({ isFloating }) => !isFloating);
    const isOnePatch = exact.every(({ value }) => targetId(value) === targetId(first.value));
    const version = { ...first.value.version, patch: NEWEST_PATCH };
    return { target: isOnePatch ? first : { ...first, value: { ...first.value, version } }, disagreeing: [] };
  }
  const disagreeing = told.filter(
    ({ value }, index) => told.findIndex((other) => isSameLine(other.value, value)) === index,
  );
  return { disagreeing };
}
