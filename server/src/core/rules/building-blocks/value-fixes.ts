import type { Location, ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { readArguments } from '../../directives/arguments/read-arguments.js';
import type { DirectiveName } from '../../directives/catalog.js';
import type { Fix } from '../rule.js';
import { guessAt } from './directive-effect.js';
import { replaceAt } from './edits.js';
import { quote } from './quote.js';

/** Fixes that write another value in place of a refused one, best first: only values that the target accepts. */
export function valueFixes(
  config: ResolvedConfiguration,
  directive: DirectiveName,
  at: Location,
  candidates: readonly string[],
): readonly Fix[] {
  const facts = config.catalog.directive(directive);
  if (!facts) return [];
  const accepted = [...new Set(candidates)].filter(
    (value) => !('problem' in readArguments(facts, [value], config.target)),
  );
  return accepted.map((value) => ({
    title: `Change to ${quote(value)}`,
    ...guessAt(directive),
    edits: [replaceAt(at, value)],
  }));
}
