import { commandsBeyond, listCommands } from './building-blocks/acl-commands.js';
import { replaceCommandRules, userLabel } from './building-blocks/acl-users.js';
import { isForSentinel, isNeededBySentinel, sentinelRules } from './building-blocks/sentinel-user.js';
import { userRule } from './user-rule.js';

export const aclSentinelUserTooBroad = userRule({
  id: 'acl-sentinel-user-too-broad',
  summary: 'a user for Sentinel that may do more than Sentinel needs',
  category: 'acl',
  severity: 'information',
  references: ['CWE-272', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  users: 'usable',
  check: (user, { config }) => {
    if (!isForSentinel(user, config)) return undefined;
    const extra = commandsBeyond(config, user, (command) => isNeededBySentinel(command, config.target));
    if (extra.length === 0) return undefined;
    return {
      at: user.at,
      message: `${userLabel(user)} may run ${listCommands(extra)}, which Sentinel does not need. Allow only what it needs.`,
      fixes: () => [
        {
          title: 'Allow only what Sentinel needs',
          effect: 'access',
          consequence: 'Clients of this user other than Sentinel are refused everything else.',
          edits: replaceCommandRules(user, sentinelRules(config.target)),
        },
      ],
    };
  },
});
