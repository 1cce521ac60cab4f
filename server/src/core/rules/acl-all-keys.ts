import { hasAdminName, lastKeyword, ruleAt, userLabel } from './building-blocks/acl-users.js';
import { userRule } from './user-rule.js';

export const aclAllKeys = userRule({
  id: 'acl-all-keys',
  summary: 'an application user that may use every key',
  category: 'acl',
  severity: 'information',
  references: ['CWE-272', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'acl'],
  users: 'usable',
  check: (user) => {
    const rule = lastKeyword(user, 'allkeys');
    if (!rule || user.effective.permissions.keys !== 'all' || hasAdminName(user)) return undefined;
    return {
      at: ruleAt(user, rule),
      message: `${userLabel(user)} may use every key, also those of other applications. Give it a pattern such as "~app:*".`,
    };
  },
});
