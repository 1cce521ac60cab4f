import type { Command } from '../acl/commands.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { AclUser } from '../config/users/users.js';
import { allowedAmong, listCommands } from './building-blocks/acl-commands.js';
import { appendRules, userLabel } from './building-blocks/acl-users.js';
import { quote } from './building-blocks/quote.js';
import { isForSentinel, sentinelCommands } from './building-blocks/sentinel-user.js';
import { userRule } from './user-rule.js';

const LONGEST_RULES = 54;

/** Found out at the first failover otherwise. */
export const aclSentinelUserInsufficient = userRule({
  id: 'acl-sentinel-user-insufficient',
  summary: 'a user for Sentinel that lacks a command Sentinel needs',
  category: 'acl',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  users: 'usable',
  check: (user, { config }) => {
    if (!isForSentinel(user, config)) return undefined;
    const missing = missingCommands(user, config);
    if (missing.length === 0) return undefined;
    const rules = missing.map(({ name }) => `+${name}`).join(' ');
    return {
      at: user.at,
      message: `${userLabel(user)} may not run ${listCommands(missing)}: Sentinel cannot watch or fail over with it. Allow ${missing.length === 1 ? 'it' : 'them'} too.`,
      fixes: () => [
        {
          title: `Add ${quote(rules, LONGEST_RULES)}`,
          effect: 'access',
          consequence: 'Whoever has the password of this user may then make the server a replica of another one.',
          edits: [appendRules(user, rules)],
        },
      ],
    };
  },
});

function missingCommands(user: AclUser, config: ResolvedConfiguration): readonly Command[] {
  const needed = sentinelCommands(config.target);
  const allowed = allowedAmong(config, user, needed, true);
  return needed.flatMap((name) => {
    const command = config.aclLanguage.sets.table.lookup(name);
    return command && !allowed.some((each) => each.name === name) ? [command] : [];
  });
}
