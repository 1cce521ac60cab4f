import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { AclUser } from '../config/users/users.js';
import { mayRunEverything } from './building-blocks/acl-commands.js';
import {
  appendRules,
  hasAdminName,
  isUsable,
  lastKeyword,
  replaceCommandRules,
  ruleAt,
  userLabel,
} from './building-blocks/acl-users.js';
import { type UserRole, userRoles } from './building-blocks/user-roles.js';
import type { Fix } from './rule.js';
import { userRule } from './user-rule.js';

/** Somebody has to administrate: a user with such a name is pointed out only where there is nobody else to log in as. */
export const aclAllCommands = userRule({
  id: 'acl-all-commands',
  summary: 'a user that may run every command',
  category: 'acl',
  severity: 'warning',
  references: ['CWE-250', 'CWE-272', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  users: 'usable',
  also: ['users'],
  check: (user, input) => {
    if (!mayRunEverything(input.config, user)) return undefined;
    if (hasAdminName(user) && !isAlone(user, input.config)) return undefined;
    const rule = lastKeyword(user, 'allcommands');
    return {
      at: rule ? ruleAt(user, rule) : user.at,
      message: `${userLabel(user)} may run every command, also those that stop and reconfigure the server. Allow only what it needs.`,
      severity: hasAdminName(user) ? 'information' : 'warning',
      fixes: () => (hasAdminName(user) ? [] : userRoles(input, user.name).map((role) => fixFor(user, role))),
    };
  },
});

const isAlone = (user: AclUser, { users, defaultUser }: ResolvedConfiguration): boolean =>
  defaultUser.state !== 'open' &&
  !users.some((other) => other.name !== user.name && (other.isTemplated || isUsable(other.effective)));

function fixFor(user: AclUser, { title, additions, rules }: UserRole): Fix {
  const edits = rules === undefined ? [appendRules(user, additions)] : replaceCommandRules(user, rules);
  const consequence = 'Clients of this user are refused everything else: watch ACL LOG for what they need.';
  return { title, effect: 'access', consequence, edits };
}
