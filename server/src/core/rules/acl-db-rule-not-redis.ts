import { formatTarget } from '../directives/target.js';
import { removeWord } from './building-blocks/edits.js';
import { refusalRule } from './refusal-rule.js';

export const aclDbRuleNotRedis = refusalRule({
  id: 'acl-db-rule-not-redis',
  summary: 'database rules, which only Valkey 9.1 has',
  category: 'acl',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  codes: ['acl-databases-unsupported'],
  message: (_, { config }) =>
    `Only Valkey 9.1 has database rules: ${formatTarget(config.target)} refuses to start. Remove the rule.`,
  fixes: ({ at }, { config }) => [
    {
      title: 'Remove the rule: the user may use every database',
      effect: 'access',
      consequence: 'The user then reaches its keys in every database.',
      edits: [removeWord(config, at)],
    },
  ],
});
