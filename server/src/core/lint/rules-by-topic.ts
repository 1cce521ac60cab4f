import type { DirectiveName } from '../directives/catalog.js';
import type { Rule } from '../rules/rule.js';
import { groupBy } from '../text/group-by.js';

/** The ids of the rules that check the values of each directive, in the order of the rules; made once for the rules. */
export function idsByDirective(rules: readonly Rule[]): ReadonlyMap<DirectiveName, readonly string[]> {
  const checking = groupBy(
    rules.flatMap(({ id, about = [] }) => about.map((name) => ({ id, name }))),
    ({ name }) => name,
  );
  return new Map([...checking].map(([name, entries]) => [name, entries.map(({ id }) => id)]));
}
