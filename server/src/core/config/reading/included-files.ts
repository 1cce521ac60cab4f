import type { LexicalRules } from '../../syntax/word.js';
import type { FileReader, Unanswered } from '../file-reader.js';
import { type ConfigSource, type Dialect, sourceOfFile } from '../occurrence.js';
import { type IncludeBudget, SPENT } from './budgets.js';
import type { ConfigurationReader } from './configuration-reader.js';
import { expandPattern, isPattern } from './glob.js';
import type { LoadCache } from './load-cache.js';

/** Where an `include` line leads, as seen from the working directory of the moment. */
export type IncludedPaths =
  /** `isMatch`: they match a pattern, which is no error where nothing does. `named`: what they stand in for. */
  | { readonly status: 'found'; readonly paths: readonly string[]; readonly isMatch: boolean; readonly named?: string }
  | (Unanswered & { readonly pattern: string });

/** @param hasPatterns wildcards are more than ordinary characters: Redis 7.0 and later, Valkey. */
export function includedPaths(
  name: string,
  directory: string,
  reader: ConfigurationReader,
  hasPatterns: boolean,
): IncludedPaths {
  // An empty name is looked up as it is, and no file has it.
  if (name === '') return { status: 'found', paths: [''], isMatch: false };
  const isMatch = hasPatterns && isPattern(name);
  const { path, ...standsIn } = isMatch ? reader.locatePattern(directory, name) : reader.locate(directory, name);
  if (!isMatch) return { status: 'found', paths: [path], isMatch, ...standsIn };
  const found = expandPattern(standsIn.named === undefined ? name : path, directory, reader);
  return found.status === 'found' ? { ...found, isMatch, ...standsIn } : { ...found, pattern: path };
}

/** What reading some files came to. */
export interface IncludedFiles {
  /** Files that the server reads as one text; one that could not be read parts the texts before and after it. */
  readonly texts: readonly (readonly ConfigSource[])[];
  readonly missing: readonly string[];
  readonly unanswered: readonly (Unanswered & { readonly path: string })[];
}

interface Shelf {
  readonly reader: FileReader;
  readonly cache: LoadCache;
  readonly rules: LexicalRules;
  readonly budget: IncludeBudget;
  readonly dialect: Dialect;
}

/** Reads files in order, until the budget is spent. */
export function readIncludedFiles(
  paths: readonly string[],
  { reader, cache, rules, budget, dialect }: Shelf,
): IncludedFiles {
  const texts: ConfigSource[][] = [[]];
  const missing: string[] = [];
  const unanswered: (Unanswered & { readonly path: string })[] = [];
  for (const path of paths) {
    if (!budget.takes(path)) {
      unanswered.push({ ...SPENT, path });
      break;
    }
    const lookup = path === '' ? MISSING : reader.readFile(path);
    if (lookup.status === 'found') {
      budget.spend(path, lookup.text.length);
      const file = cache.parse(path, lookup.text, rules, lookup.encoding ?? 'utf-8');
      texts.at(-1)?.push(sourceOfFile(path, file, dialect));
    } else if (lookup.status === 'unknown') {
      unanswered.push({ ...lookup, path });
      texts.push([]);
      // A folder opens as a file does, and reads as empty.
    } else if (path === '' || reader.listFolder(path).status !== 'found') missing.push(path);
  }
  return { texts: texts.filter((files) => files.length > 0), missing, unanswered };
}

const MISSING = { status: 'missing' } as const;
