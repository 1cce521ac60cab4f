import { formatTarget } from '../directives/target.js';
import { quote } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const structIncludeGlobOld: Rule = {
  id: 'struct-include-glob-old',
  summary: 'an include pattern for a version that knows no patterns',
  category: 'structure',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['include-glob-unsupported'],
  reads: ['include-glob-unsupported'],
  check: checkPatterns,
};

function* checkPatterns(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('include-glob-unsupported')) {
    yield {
      at: cause.at,
      message: `${formatTarget(input.config.target)} takes ${quote(cause.name)} for the name of one file; patterns came with 7.0. Name each file in a line of its own.`,
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
    };
  }
}
