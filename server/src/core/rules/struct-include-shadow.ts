import type { Occurrence } from '../config/occurrence.js';
import { fileNameOf } from '../config/paths.js';
import type { DirectiveName } from '../directives/catalog.js';
import { effectOf } from './building-blocks/directive-effect.js';
import { removeLine } from './building-blocks/edits.js';
import { wholeDirective } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { isSameEffect, repeatedDirectives } from './building-blocks/repetition.js';
import { weakens } from './building-blocks/weakens.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const structIncludeShadow: Rule = {
  id: 'struct-include-shadow',
  summary: 'a value that another file of the same configuration overrides',
  category: 'structure',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  reads: 'everything',
  check: checkShadows,
};

function* checkShadows({ config }: RuleInput): Iterable<Problem> {
  for (const { name, occurrences } of repeatedDirectives(config)) {
    const winner = occurrences.at(-1);
    if (!winner || isArgument(config, winner)) continue;
    for (const earlier of lastOfEachFile(occurrences)) {
      if (earlier.source === winner.source || isSameEffect(name, earlier, winner)) continue;
      const isWeaker = weakens(name, earlier, winner);
      // A main file that overrides what it includes is what includes are for.
      if (!isWeaker && winner.source === config.root.id) continue;
      yield shadowed(name, earlier, winner, isWeaker);
    }
  }
}

/** What arguments override has a rule of its own. */
const isArgument = ({ deployment }: RuleInput['config'], { source }: Occurrence): boolean =>
  deployment.layers.some((layer) => layer.kind === 'arguments' && layer.source.id === source);

function lastOfEachFile(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  return [...new Map(occurrences.map((occurrence) => [occurrence.source, occurrence])).values()];
}

function shadowed(name: DirectiveName, earlier: Occurrence, winner: Occurrence, isWeaker: boolean): Problem {
  const place = `line ${winner.line + 1} of ${quote(fileNameOf(winner.source))}`;
  const fact = isWeaker ? 'is stricter, but has no effect' : 'has no effect';
  return {
    at: wholeDirective(earlier),
    message: `This line ${fact}: ${place} is read later and wins. Remove one of the two, or move the include line.`,
    severity: isWeaker ? 'error' : 'warning',
    related: [{ at: wholeDirective(winner), message: 'This line wins.' }],
    // Taking away the stricter line would only hide the mistake.
    fixes: () =>
      isWeaker
        ? []
        : [
            {
              title: 'Remove the line that has no effect',
              effect: effectOf(name),
              consequence: 'Other configurations that include this file lose the line too.',
              edits: [removeLine(earlier)],
            },
          ],
    tags: ['unnecessary'],
  };
}
