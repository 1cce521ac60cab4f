import type { Fix, Impact, RuleInput } from '../rule.js';
import { removeLine, replaceAt } from './edits.js';
import { argumentAt } from './places.js';
import type { ExplicitValue } from './values-in-force.js';

/**
 * What sets a value right: another one in its place, or no line at all, so that the default is in force. Where the title
 * is missing it is `Set <directive> to <value>` or `Remove the line`.
 */
export type Remedy = Impact & { readonly title?: string } & (
    | { readonly set: string; readonly unset?: never }
    | { readonly unset: true; readonly set?: never }
  );

/** The fix that a remedy means for the line that sets the value. */
export function fixBy(
  { title, set, unset, ...impact }: Remedy,
  { name, from }: ExplicitValue,
  { config }: RuleInput,
): Fix {
  return unset
    ? { ...impact, title: title ?? 'Remove the line', edits: config.occurrences(name).map(removeLine) }
    : { ...impact, title: title ?? `Set ${name} to ${set}`, edits: [replaceAt(argumentAt(from), set)] };
}
