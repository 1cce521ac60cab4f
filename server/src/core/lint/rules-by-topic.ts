import type { DirectiveName } from '../directives/catalog.js';
import type { Rule, Trigger } from '../rules/rule.js';
import { groupBy } from '../text/group-by.js';

/** Tells which rules have to be asked again where something has changed, in the order of the rules. */
export type RulesReading = (trigger: Trigger) => readonly Rule[];

/** Makes the index of some rules by what they read: once for the rules, not for each text. */
export function rulesReadingOf(rules: readonly Rule[]): RulesReading {
  const always = rules.filter(({ reads }) => reads === 'everything');
  const pairs = rules.flatMap((rule) => triggersOf(rule).map((trigger) => ({ trigger, rule })));
  const byTrigger = new Map(
    [...groupBy(pairs, ({ trigger }) => trigger)].map(([trigger, readers]) => {
      const asked = new Set([...readers.map(({ rule }) => rule), ...always]);
      return [trigger, rules.filter((rule) => asked.has(rule))];
    }),
  );
  return (trigger) => byTrigger.get(trigger) ?? always;
}

const triggersOf = ({ reads }: Rule): readonly Trigger[] => (reads === 'everything' ? [] : reads);

/** The ids of the rules that check the values of each directive, in the order of the rules; made once for the rules. */
export function idsByDirective(rules: readonly Rule[]): ReadonlyMap<DirectiveName, readonly string[]> {
  const checking = groupBy(
    rules.flatMap(({ id, about = [] }) => about.map((name) => ({ id, name }))),
    ({ name }) => name,
  );
  return new Map([...checking].map(([name, entries]) => [name, entries.map(({ id }) => id)]));
}
