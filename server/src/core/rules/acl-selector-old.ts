import { formatTarget } from '../directives/target.js';
import { refusalRule } from './refusal-rule.js';

export const aclSelectorOld = refusalRule({
  id: 'acl-selector-old',
  summary: 'selectors in parentheses, which came with Redis 7.0',
  category: 'acl',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  codes: ['acl-selector-unsupported'],
  message: (_, { config }) =>
    `Selectors came with Redis 7.0: ${formatTarget(config.target)} refuses to start. Write the rules without parentheses.`,
});
