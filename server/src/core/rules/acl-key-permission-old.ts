import { formatTarget } from '../directives/target.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclKeyPermissionOld: Rule = {
  id: 'acl-key-permission-old',
  summary: 'read or write permission for keys, which came with Redis 7.0',
  category: 'acl',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  loadProblems: ['acl-key-permission-unsupported'],
  reads: ['acl-key-permission-unsupported'],
  check: checkKeyPermissionOld,
};

function* checkKeyPermissionOld(input: RuleInput): Iterable<Problem> {
  const { target } = input.config;
  for (const cause of input.config.problemsOf('acl-key-permission-unsupported')) {
    yield {
      at: cause.at,
      cause,
      message: `Key permissions with "%" came with Redis 7.0: ${formatTarget(target)} refuses to start. Write "~pattern".`,
    };
  }
}
