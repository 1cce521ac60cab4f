import type { FileReader, Unanswered } from './file-reader.js';

/** Whether `include` of Redis 7.0 and later, and of Valkey, takes a path for a pattern. */
export function isPattern(path: string): boolean {
  return /[*?[]/.test(path);
}

export type GlobResult = { readonly status: 'found'; readonly paths: readonly string[] } | Unanswered;

/**
 * The paths that match a pattern (absolute, `/` separators), as C's `glob` finds them: sorted by bytes, dot files only
 * where the pattern writes the dot, no braces, no tilde. Nothing matches: no paths.
 */
export function expandPattern(pattern: string, reader: FileReader): GlobResult {
  let folders: readonly string[] = [pattern.startsWith('/') ? '/' : '.'];
  const parts = pattern.split('/').filter((part) => part !== '');
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    if (!isPattern(part) && !isLast) {
      folders = folders.map((folder) => join(folder, part));
      continue;
    }
    const next: string[] = [];
    for (const folder of folders) {
      const listing = reader.listFolder(folder);
      if (listing.status === 'unknown') return listing;
      if (listing.status === 'missing') continue;
      const matches = matcherOf(part);
      next.push(...listing.names.filter(matches).map((name) => join(folder, name)));
    }
    folders = next;
  }
  return { status: 'found', paths: [...folders].sort(byBytes) };
}

const join = (folder: string, name: string): string => (folder === '/' ? `/${name}` : `${folder}/${name}`);

/** UTF-8 sorts as its code points do, which UTF-16 code units don't beyond the basic plane; names there are rare. */
const byBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One part of a pattern as a test of a name: `*`, `?`, `[a-z]`, `[!x]`, and `\` before a character that is meant. */
function matcherOf(part: string): (name: string) => boolean {
  let source = '';
  for (let at = 0; at < part.length; at++) {
    const character = part[at] ?? '';
    const set = character === '[' ? /^\[([!^]?)(\]?[^\]]*)\]/.exec(part.slice(at)) : null;
    if (set) {
      const [whole, negation = '', members = ''] = set;
      source += `[${negation === '' ? '' : '^'}${members.replace(/[\\\]^]/g, '\\$&')}]`;
      at += whole.length - 1;
    } else if (character === '*') source += '.*';
    else if (character === '?') source += '.';
    else if (character === '\\' && at + 1 < part.length) source += literal(part[++at] ?? '');
    else source += literal(character);
  }
  const expression = safeExpression(`^${source}$`);
  const writesDot = part.startsWith('.') || part.startsWith('\\.');
  return (name) => (writesDot || !name.startsWith('.')) && expression.test(name);
}

const literal = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');

/** A set whose bounds are the wrong way round matches nothing. */
function safeExpression(source: string): RegExp {
  try {
    return new RegExp(source, 'us');
  } catch {
    return /x^/;
  }
}
