import { hasAdminName, lastKeyword, ruleAt, usableUsers, userLabel } from './building-blocks/acl-users.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclAllKeys: Rule = {
  id: 'acl-all-keys',
  summary: 'an application user that may use every key',
  category: 'acl',
  severity: 'information',
  references: ['CWE-272', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'acl'],
  reads: ['users'],
  check: checkAllKeys,
};

function* checkAllKeys({ config }: RuleInput): Iterable<Problem> {
  for (const user of usableUsers(config)) {
    if (user.effective.permissions.keys !== 'all' || hasAdminName(user)) continue;
    const rule = lastKeyword(user, 'allkeys');
    if (!rule) continue;
    yield {
      at: ruleAt(user, rule),
      message: `${userLabel(user)} may use every key, also those of other applications. Give it a pattern such as "~app:*".`,
    };
  }
}
