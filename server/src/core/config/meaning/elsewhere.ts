import type { LoadProblem } from '../load-problem.js';
import type { LoadedValues } from '../occurrence.js';
import type { Unread } from '../unread.js';
import type { Exposure } from './exposure.js';

interface Missing {
  readonly missing: readonly LoadProblem[];
  readonly unread: readonly Unread[];
  /** Of these, what the documents name that start the server: the file that it is started with, a script. */
  readonly started: readonly Unread[];
}

/** `ResolvedConfiguration.mayBeSaidElsewhere`. */
export function saidElsewhere(
  { origin }: Exposure,
  { occurrences }: Pick<LoadedValues, 'occurrences'>,
  { missing, unread, started }: Missing,
): boolean {
  if (origin === 'fragment' || origin === 'template' || missing.length > 0 || started.length > 0) return true;
  if (unread.length === 0) return false;
  const includes = new Set(occurrences('include').map(({ source, line }) => `${source}\n${line}`));
  return unread.some(({ at }) => includes.has(`${at.source}\n${at.line}`));
}
