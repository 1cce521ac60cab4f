import { alternativesOf } from './alternatives.js';
import { isNamePattern, LONGEST_PATTERN, namePattern } from './name-pattern.js';
import { type PatternPart, takesAll } from './wildcards.js';

/** A pattern for a path with `/` separators, or why it can't be one. */
export type PathPattern = { readonly matches: (path: string) => boolean } | { readonly refused: string };

/** `{a,b}{c,d}` are four: more than so many are refused. */
const MOST_ALTERNATIVES = 1000;
/** What other matchers know. */
const FOREIGN = /^!|[@?+*!]\(|\{-?\w+\.\.-?\w+\}/;

/**
 * `*`, `?` and `[a-z]` as in names, `**` for any number of folders, `{a,b}` for alternatives, `\` before a character
 * that is meant. Takes polynomial time, whatever the pattern.
 */
export function pathPattern(glob: string): PathPattern {
  if (glob.length > LONGEST_PATTERN) return { refused: `is longer than ${LONGEST_PATTERN} characters` };
  if (FOREIGN.test(glob)) return { refused: 'has more than "*", "**", "?", "[a-z]" and "{a,b}"' };
  const alternatives = alternativesOf(glob.replace(/^\.\//, ''), MOST_ALTERNATIVES);
  if (!alternatives) return { refused: `means more than ${MOST_ALTERNATIVES} patterns` };
  const patterns = alternatives.map(foldersOf);
  return {
    matches: (path) => {
      const names = path.split('/');
      return patterns.some((parts) => takesAll(parts, names));
    },
  };
}

/** The parts of a pattern without alternatives, folder by folder. At its end `**` is at least one name. */
export function foldersOf(pattern: string): readonly PatternPart<string>[] {
  const folders = pattern.split('/');
  const parts = folders.map((part) => (part === '**' ? '*' : nameTest(part)));
  return folders.at(-1) === '**' ? [...parts, () => true] : parts;
}

function nameTest(part: string): (name: string) => boolean {
  if (!isNamePattern(part)) return (name) => name === part;
  const parts = namePattern(part);
  return (name) => takesAll(parts, name);
}
