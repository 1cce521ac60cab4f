import { formatTarget } from '../directives/target.js';
import { refusalRule } from './refusal-rule.js';

export const aclKeyPermissionOld = refusalRule({
  id: 'acl-key-permission-old',
  summary: 'read or write permission for keys, which came with Redis 7.0',
  category: 'acl',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  codes: ['acl-key-permission-unsupported'],
  message: (_, { config }) =>
    `Key permissions with "%" came with Redis 7.0: ${formatTarget(config.target)} refuses to start. Write "~pattern".`,
});
