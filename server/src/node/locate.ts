import path from 'node:path';
import type { Unanswered } from '../core/config/file-reader.js';
import { readLink, realPath } from './calls.js';
import { isNotThere } from './errors.js';
import type { Steps } from './steps.js';

/** Where a path leads when symbolic links are followed, also where nothing is there. */
export interface Place {
  readonly path: string;
  /** How many parts at its end do not exist. */
  readonly missing: number;
}

/** What the kernel makes up, and devices: reading some of them waits for ever, tells secrets or does something. */
const KERNEL_FOLDERS = ['/proc', '/sys', '/dev'] as const;

/** As many links as Linux follows. */
const MOST_LINKS = 40;

/** @throws where the path cannot be followed: links form a loop, a folder is closed */
export function* locate(name: string, links = 0): Steps<Place> {
  try {
    return { path: yield* realPath(name), missing: 0 };
  } catch (error) {
    const folder = path.dirname(name);
    if (!isNotThere(error) || folder === name) throw error;
    const above = yield* locate(folder, links);
    const here = path.join(above.path, path.basename(name));
    const target = above.missing > 0 || links > MOST_LINKS ? undefined : yield* targetOfLink(here);
    if (target === undefined) return { path: here, missing: above.missing + 1 };
    return yield* locate(path.resolve(above.path, target), links + 1);
  }
}

/** Of a link that leads nowhere; undefined: it is none. */
function* targetOfLink(name: string): Steps<string | undefined> {
  try {
    return yield* readLink(name);
  } catch {
    return undefined;
  }
}

/** Whether a path without symbolic links leads to what the kernel makes up, or to devices. */
export function isOfKernel(path: string): boolean {
  return KERNEL_FOLDERS.some((folder) => isWithin(path, folder));
}

/** Why what is at a place must not be looked at. `root`: the place of the folder outside of which nothing is read. */
export function refusalAt(place: Place, root: Place | undefined): Unanswered | undefined {
  if (isOfKernel(place.path)) return { status: 'unknown', reason: 'special' };
  if (root && !isWithin(place.path, root.path)) return { status: 'unknown', reason: 'outside-root' };
  return undefined;
}

/** Whether a path is a folder or something in it. */
export function isWithin(name: string, folder: string): boolean {
  const relative = path.relative(folder, name);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
