import { formatTarget } from '../directives/target.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclSelectorOld: Rule = {
  id: 'acl-selector-old',
  summary: 'selectors in parentheses, which came with Redis 7.0',
  category: 'acl',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  loadProblems: ['acl-selector-unsupported'],
  reads: ['acl-selector-unsupported'],
  check: checkSelectorOld,
};

function* checkSelectorOld(input: RuleInput): Iterable<Problem> {
  const { target } = input.config;
  for (const cause of input.config.problemsOf('acl-selector-unsupported')) {
    yield {
      at: cause.at,
      cause,
      message: `Selectors came with Redis 7.0: ${formatTarget(target)} refuses to start. Write the rules without parentheses.`,
    };
  }
}
