import { formatTarget } from '../directives/target.js';
import { quote } from './building-blocks/quote.js';
import { removeUnknownLine } from './building-blocks/spelling-fixes.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const versionDirectiveRemoved: Rule = {
  id: 'version-directive-removed',
  summary: 'a directive that the target version no longer has',
  category: 'versions',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['directive-removed'],
  reads: ['directive-removed'],
  check: checkRemoved,
};

function* checkRemoved(input: RuleInput): Iterable<Problem> {
  const { target } = input.config;
  for (const cause of input.config.problemsOf('directive-removed')) {
    yield {
      at: cause.at,
      message: `${quote(cause.name)} was removed in Redis ${cause.in}; ${formatTarget(target)} refuses to start with it. Remove the line.`,
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
      fixes: () => [removeUnknownLine(cause.name, cause.at)],
      tags: ['deprecated'],
    };
  }
}
