import { formatTarget } from '../directives/target.js';
import { removeWord } from './building-blocks/edits.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclDbRuleNotRedis: Rule = {
  id: 'acl-db-rule-not-redis',
  summary: 'database rules, which only Valkey 9.1 has',
  category: 'acl',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  loadProblems: ['acl-databases-unsupported'],
  reads: ['acl-databases-unsupported'],
  check: checkDbRule,
};

function* checkDbRule(input: RuleInput): Iterable<Problem> {
  const { target } = input.config;
  for (const cause of input.config.problemsOf('acl-databases-unsupported')) {
    yield {
      at: cause.at,
      cause,
      message: `Only Valkey 9.1 has database rules: ${formatTarget(target)} refuses to start. Remove the rule.`,
      fixes: () => [
        {
          title: 'Remove the rule: the user may use every database',
          effect: 'access',
          consequence: 'The user reaches its keys in every database then, as there is no rule that limits them.',
          edits: [removeWord(input.config, cause.at)],
        },
      ],
    };
  }
}
