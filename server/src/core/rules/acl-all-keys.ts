import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { AclUser } from '../config/users/users.js';
import { allowedAmong, mayRunEverything } from './building-blocks/acl-commands.js';
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
  check: (user, { config }) => {
    const rule = lastKeyword(user, 'allkeys');
    if (!rule || user.effective.permissions.keys !== 'all' || hasAdminName(user)) return undefined;
    if (isReplica(user, config)) return undefined;
    return {
      at: ruleAt(user, rule),
      message: `${userLabel(user)} may use every key, also those of other applications. Give it a pattern such as "~app:*".`,
    };
  },
});

/** Who gets the whole data set sent is limited by no key pattern: a replica's user, or one that makes copies. */
const isReplica = (user: AclUser, config: ResolvedConfiguration): boolean =>
  !mayRunEverything(config, user) && allowedAmong(config, user, ['psync', 'sync'], false).length > 0;
