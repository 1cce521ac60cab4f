import { DIRECTIVE_NAMES, type DirectiveName, factsOf } from '../directives/catalog.js';
import { formatTarget } from '../directives/target.js';
import { effectOf } from './building-blocks/directive-effect.js';
import { removeLine } from './building-blocks/edits.js';
import { wholeDirective } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import type { Impact, Problem, Rule, RuleInput } from './rule.js';

const EVER_IGNORED = DIRECTIVE_NAMES.filter((name) => factsOf(name).ignoredSince !== undefined);

export const versionNoEffect: Rule = {
  id: 'version-no-effect',
  summary: 'a directive that the target accepts and ignores',
  category: 'versions',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  reads: [...EVER_IGNORED, 'problems'],
  check: checkIgnored,
};

/** A server that the target only stands for may read it. */
function impactOn({ targetCertainty }: RuleInput, name: DirectiveName): Impact {
  return targetCertainty === 'guessed'
    ? { effect: effectOf(name), consequence: 'Older servers read it, and take their default without it.' }
    : { effect: 'none', isPreferred: true };
}

function* checkIgnored(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  const refused = new Set(config.problems.map(({ occurrence }) => occurrence));
  for (const name of EVER_IGNORED) {
    if (!config.catalog.directive(name)?.isIgnored) continue;
    for (const occurrence of config.occurrences(name)) {
      if (refused.has(occurrence)) continue;
      yield {
        at: wholeDirective(occurrence),
        message: `${quote(occurrence.directive.name.raw)} has no effect in ${formatTarget(config.target)}: it is read and ignored. Remove the line.`,
        state: 'no effect',
        fixes: () => [{ ...impactOn(input, name), title: 'Remove the line', edits: [removeLine(occurrence)] }],
        tags: ['unnecessary'],
      };
    }
  }
}
