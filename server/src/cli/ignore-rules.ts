import { LONGEST_PATTERN } from '../core/text/name-pattern.js';
import { foldersOf } from '../core/text/path-pattern.js';
import { type PatternPart, takesAll } from '../core/text/wildcards.js';

/**
 * What a .gitignore says of a path below its folder, folders with a trailing `/`: true: leave it out; false: take it in
 * again; undefined: nothing. In polynomial time, whatever stands in it: it may be a stranger's.
 */
export type IgnoreRules = (path: string) => boolean | undefined;

interface IgnoreRule {
  readonly isTakenIn: boolean;
  readonly isForFolders: boolean;
  readonly parts: readonly PatternPart<string>[];
}

/** Every rule is held against every file. In UTF-16 code units: a hundred times what people write. */
const MOST_TEXT = 100_000;

/** Reads the lines of a .gitignore as git does; what is more than anybody writes says nothing: all of it, or a line. */
export function ignoreRules(text: string): IgnoreRules {
  const rules = text.length > MOST_TEXT ? [] : text.split('\n').flatMap(ruleOf);
  const answerFor = (names: readonly string[], isFolder: boolean): boolean | undefined => {
    const rule = rules.findLast(({ isForFolders, parts }) => (isFolder || !isForFolders) && takesAll(parts, names));
    return rule && !rule.isTakenIn;
  };
  return (path) => {
    const names = path.split('/').filter((name) => name !== '');
    for (let length = 1; length < names.length; length++) {
      // Nothing in a folder that is left out can be taken in again.
      if (answerFor(names.slice(0, length), true)) return true;
    }
    return answerFor(names, path.endsWith('/'));
  };
}

function ruleOf(line: string): readonly IgnoreRule[] {
  const text = withoutTrailingBlanks(line.replace(/\r$/, ''));
  const isTakenIn = text.startsWith('!');
  const pattern = isTakenIn ? text.slice(1) : text;
  if (pattern === '' || text.startsWith('#') || text.length > LONGEST_PATTERN) return [];
  const isForFolders = pattern.endsWith('/');
  const path = isForFolders ? pattern.slice(0, -1) : pattern;
  const parts = foldersOf(path.replace(/^\//, ''));
  // A name alone is meant in every folder below.
  return [{ isTakenIn, isForFolders, parts: path.includes('/') ? parts : ['*', ...parts] }];
}

/** A blank behind `\` is meant. */
function withoutTrailingBlanks(line: string): string {
  let end = 0;
  for (let at = 0; at < line.length; at++) {
    const isEscape = line.charAt(at) === '\\';
    if (isEscape) at++;
    if (isEscape || line.charAt(at) !== ' ') end = at + 1;
  }
  return line.slice(0, end);
}
