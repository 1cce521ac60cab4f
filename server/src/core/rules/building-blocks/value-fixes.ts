import type { Location } from '../../config/occurrence.js';
import { readArguments } from '../../directives/arguments/read-arguments.js';
import { type DirectiveName, directiveFor } from '../../directives/catalog.js';
import type { Target } from '../../directives/target.js';
import type { Fix, RuleInput } from '../rule.js';
import { guessAt } from './directive-effect.js';
import { replaceAt } from './edits.js';
import { writesForOldest } from './guessed-target.js';
import { quote } from './quote.js';

/** Fixes that write another value in place of a refused one, best first: only values that the target accepts. */
export function valueFixes(
  input: RuleInput,
  directive: DirectiveName,
  at: Location,
  candidates: readonly string[],
): readonly Fix[] {
  const accepted = [...new Set(candidates)].filter((value) => accepts(input.config.target, directive, value) === true);
  return accepted.map((value) =>
    writesForOldest(input, (oldest) => accepts(oldest, directive, value) ?? true, {
      title: `Change to ${quote(value)}`,
      ...guessAt(directive),
      edits: [replaceAt(at, value)],
    }),
  );
}

/** Undefined where the target has no such directive. */
function accepts(target: Target, directive: DirectiveName, value: string): boolean | undefined {
  const facts = directiveFor(directive, target);
  return facts && !('problem' in readArguments(facts, [value], target));
}
