import { bytesOf } from '../../syntax/bytes.js';
import { LONGEST_PATTERN, namePattern } from '../../text/name-pattern.js';
import { takesAll } from '../../text/wildcards.js';
import type { FileReader, Unanswered } from '../file-reader.js';
import { resolvePath } from '../paths.js';
import { MOST_NAMES, SPENT } from './budgets.js';

/** Whether `include` of Redis 7.0 and later, and of Valkey, takes a path for a pattern. */
export function isPattern(path: string): boolean {
  return /[*?[]/.test(path);
}

/** The paths that match a pattern; unknown where a folder could not be listed or the budget is spent. */
export type GlobResult = { readonly status: 'found'; readonly paths: readonly string[] } | Unanswered;

/**
 * The paths that match a pattern, as C's `glob` finds them from a folder on: sorted by bytes, dot files only where the
 * pattern writes the dot, no braces, no tilde. Nothing matches: no paths. Many names: the budget is spent.
 */
export function expandPattern(pattern: string, from: string, reader: FileReader): GlobResult {
  if (pattern.length > LONGEST_PATTERN) return SPENT;
  let folders: readonly string[] = [pattern.startsWith('/') ? '/' : from];
  let names = 0;
  for (const part of partsOf(pattern)) {
    if (typeof part === 'string') {
      folders = folders.map((folder) => resolvePath(folder, part));
      continue;
    }
    const next: string[] = [];
    for (const folder of folders) {
      const listing = reader.listFolder(folder);
      if (listing.status === 'unknown') return listing;
      if (listing.status === 'missing') continue;
      names += listing.names.length;
      if (names > MOST_NAMES) return SPENT;
      for (const name of listing.names) if (part(name)) next.push(resolvePath(folder, name));
    }
    folders = next;
  }
  return { status: 'found', paths: [...folders].sort(byBytes) };
}

/** UTF-8 sorts as its code points do, which UTF-16 code units don't beyond the basic plane; names there are rare. */
const byBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Part = string | ((name: string) => boolean);

/** Names that are meant literally, and tests of names; the last part is always looked for. */
function partsOf(pattern: string): readonly Part[] {
  const parts = pattern.split('/').filter((part) => part !== '');
  return parts.map((part, index) => (index === parts.length - 1 || /[*?[\\]/.test(part) ? nameTest(part) : part));
}

/** The server matches bytes, each a character: `?` is no whole `é`. */
function nameTest(part: string): (name: string) => boolean {
  const parts = namePattern(bytesOf(part));
  const writesDot = part.startsWith('.') || part.startsWith('\\.');
  return (name) => (writesDot || !name.startsWith('.')) && takesAll(parts, bytesOf(name));
}
