import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describeUnread } from '../core/config/unread.js';
import { HEAD_BYTES, mayBeDocument, mayBeRecognised, recognise } from '../core/project/recognise.js';
import { pathPattern } from '../core/text/path-pattern.js';
import { readHeadNow, realPathNow } from '../node/disk.js';
import { wordsOf } from '../node/errors.js';
import { isOfKernel } from '../node/locate.js';
import { LARGEST_DOCUMENT, maySpeakOfServers } from './document-files.js';
import { gitIgnored } from './gitignore.js';
import { withSlashes } from './project-files.js';

/** A file to lint. */
export interface Input {
  /** As people are to see it: as they wrote it, else relative to the current folder where it lies below it. */
  readonly shown: string;
  readonly absolutePath: string;
  /** Somebody named it, not a folder or a pattern that it was found by. */
  readonly isNamed: boolean;
}

/** What the names on a command line stand for. */
export interface Discovery {
  readonly inputs: readonly Input[];
  /** What was named and isn't there. */
  readonly failures: readonly { readonly path: string; readonly reason: string }[];
}

/** Folders that hold other people's files. */
const SKIPPED_FOLDERS: readonly string[] = ['.git', '.hg', '.svn', 'node_modules'];

/** What is looked for. */
export interface Wanted {
  /** Also documents that start servers. */
  readonly findsDocuments: boolean;
}

/**
 * Files as named, whatever they are called; Redis configurations, and documents that speak of its servers, below folders;
 * what globs match, but of such documents those that do not. Folders and globs leave out what .gitignore names. Sorted,
 * each file once.
 */
export function discover(named: readonly string[], cwd: string, { findsDocuments }: Wanted): Discovery {
  const found = new Map<string, Input>();
  const failures: { path: string; reason: string }[] = [];
  const add = (absolutePath: string, shown: string, isNamed = false) => {
    const known = found.get(absolutePath);
    found.set(absolutePath, {
      absolutePath,
      shown: known?.shown ?? shown,
      isNamed: isNamed || known?.isNamed === true,
    });
  };
  const isWanted = (file: string) => !isDocument(file) || (findsDocuments && startsServers(file));
  for (const name of named) {
    const absolutePath = path.resolve(cwd, name);
    const kind = kindOf(absolutePath);
    if (kind === 'file') add(absolutePath, name, true);
    else if (kind === 'folder') {
      for (const file of filesBelow(absolutePath, isWanted)) add(file, showPath(file, cwd));
    } else if (isGlob(name)) {
      const matches = filesMatching(name, cwd, isWanted);
      if ('refused' in matches) failures.push({ path: name, reason: `the pattern ${matches.refused}` });
      else if (matches.length === 0) failures.push({ path: name, reason: 'no file matches' });
      else for (const file of matches) add(file, showPath(file, cwd));
    } else failures.push({ path: name, reason: kind.reason });
  }
  return { inputs: [...found.values()], failures };
}

/** Relative to the current folder for what lies below it, else absolute. */
export function showPath(absolutePath: string, cwd: string): string {
  const relative = path.relative(cwd, absolutePath);
  const isBelow = relative !== '' && relative !== '..' && !relative.startsWith(`..${path.sep}`);
  return isBelow && !path.isAbsolute(relative) ? relative : absolutePath;
}

const isDocument = (file: string): boolean => mayBeDocument(withSlashes(file));

function startsServers(file: string): boolean {
  return maySpeakOfServers(withSlashes(file), readHeadNow(file, LARGEST_DOCUMENT));
}

/** Of documents those that are wanted, and Redis configurations, as far as one can be sure. */
function filesBelow(folder: string, isWanted: (file: string) => boolean): readonly string[] {
  return walk(folder, (file) => {
    const name = withSlashes(file);
    if (isDocument(file)) return isWanted(file);
    if (!mayBeRecognised(name)) return false;
    const recognised = recognise(name, readHeadNow(file, HEAD_BYTES));
    return recognised !== undefined && recognised.sure !== 'maybe';
  });
}

/** What a glob matches and is wanted, whatever it is called. */
function filesMatching(
  glob: string,
  cwd: string,
  isWanted: (file: string) => boolean,
): readonly string[] | { readonly refused: string } {
  const parts = withSlashes(glob).split('/');
  const fixed = parts.findIndex((part) => /[*?[{\\]|[!@+]\(/.test(part));
  const folder = fixed === 0 ? cwd : path.resolve(cwd, `${parts.slice(0, fixed).join('/')}/`);
  const pattern = pathPattern(parts.slice(fixed).join('/'));
  if ('refused' in pattern) return pattern;
  return walk(folder, (file) => pattern.matches(withSlashes(path.relative(folder, file))) && isWanted(file));
}

/** The accepted files below a folder, sorted; folders that git ignores are never entered. */
function walk(folder: string, accepts: (file: string) => boolean): readonly string[] {
  const isIgnored = gitIgnored(folder);
  const filesIn = (current: string): readonly string[] =>
    entriesOf(current).flatMap((entry) => {
      const full = path.join(current, entry.name);
      if (entry.isDirectory()) {
        return SKIPPED_FOLDERS.includes(entry.name) || isIgnored(full + path.sep) ? [] : filesIn(full);
      }
      return entry.isFile() && accepts(full) && !isIgnored(full) ? [full] : [];
    });
  return filesIn(folder);
}

const isGlob = (name: string): boolean => /[*?{[]|[!@+]\(/.test(name);

function kindOf(absolutePath: string): 'file' | 'folder' | { readonly reason: string } {
  try {
    if (isOfKernel(realPathNow(absolutePath))) return { reason: describeUnread({ reason: 'special' }) };
    if (!statSync(absolutePath).isDirectory()) return 'file';
    readdirSync(absolutePath);
    return 'folder';
  } catch (error) {
    return { reason: wordsOf(error) };
  }
}

function entriesOf(folder: string) {
  try {
    if (isOfKernel(realPathNow(folder))) return [];
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
