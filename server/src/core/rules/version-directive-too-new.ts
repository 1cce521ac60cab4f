import { ownNameOf } from '../directives/catalog.js';
import { formatTarget } from '../directives/target.js';
import { quote } from './building-blocks/quote.js';
import { otherSpellingFixes } from './building-blocks/spelling-fixes.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const versionDirectiveTooNew: Rule = {
  id: 'version-directive-too-new',
  summary: 'a directive that came after the target version',
  category: 'versions',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['directive-too-new'],
  reads: ['directive-too-new'],
  check: checkTooNew,
};

function* checkTooNew(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  const product = config.target.product === 'redis' ? 'Redis' : 'Valkey';
  for (const cause of input.config.problemsOf('directive-too-new')) {
    const own = ownNameOf(cause.name.toLowerCase());
    const isOtherwiseKnown = own !== undefined && config.catalog.directive(own) !== undefined;
    const remedy = isOtherwiseKnown
      ? `Write "${config.catalog.preferredSpelling(own)}"`
      : 'Remove the line, or upgrade the server';
    yield {
      at: cause.at,
      message: `${quote(cause.name)} came with ${product} ${cause.since}; ${formatTarget(config.target)} does not know it. ${remedy}.`,
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
      fixes: () => otherSpellingFixes(input, cause.name, cause.at),
    };
  }
}
