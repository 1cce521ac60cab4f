import type { Occurrence } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { DIRECTIVE_NAMES, type DirectiveName, factsOf } from '../../directives/catalog.js';

/** Each line adds to the ones before instead of replacing them. */
const CUMULATIVE: ReadonlySet<DirectiveName> = new Set<DirectiveName>([
  'client-output-buffer-limit',
  'include',
  'loadmodule',
  'rename-command',
  'save',
  'sentinel',
  'user',
]);
const REPLACED: readonly DirectiveName[] = DIRECTIVE_NAMES.filter((name) => !CUMULATIVE.has(name));

/** Directives with more than one line of which the last one wins, with those lines in the order read. */
export function* repeatedDirectives(
  config: ResolvedConfiguration,
): Iterable<{ readonly name: DirectiveName; readonly occurrences: readonly Occurrence[] }> {
  if (config.exposure.origin === 'template') return;
  const refused = new Set(config.problems.map(({ occurrence }) => occurrence));
  for (const name of REPLACED) {
    const all = config.occurrences(name);
    if (all.length < 2) continue;
    const occurrences = all.filter((occurrence) => !occurrence.isTemplated && !refused.has(occurrence));
    if (occurrences.length > 1) yield { name, occurrences };
  }
}

/** Whether two lines set the same, also in other words: `YES` and `yes`. */
export function isSameEffect(name: DirectiveName, one: Occurrence, other: Occurrence): boolean {
  const isWord = ['bool', 'enum', 'memory', 'integer'].includes(factsOf(name).kind);
  const wordsOf = ({ args }: Occurrence) =>
    JSON.stringify(args.map(({ value }) => (isWord ? value.toLowerCase() : value)));
  return wordsOf(one) === wordsOf(other);
}
