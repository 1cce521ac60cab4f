import { hasCommand } from '../acl/command-set.js';
import { listCommands } from './building-blocks/acl-commands.js';
import { replaceCommandRules, usableUsers, userLabel } from './building-blocks/acl-users.js';
import { isNeededBySentinel, sentinelRules } from './building-blocks/sentinel-user.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclSentinelUserTooBroad: Rule = {
  id: 'acl-sentinel-user-too-broad',
  summary: 'a user for Sentinel that may do more than Sentinel needs',
  category: 'acl',
  severity: 'information',
  references: ['CWE-272', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  reads: ['users'],
  check: checkSentinelUser,
};

function* checkSentinelUser({ config }: RuleInput): Iterable<Problem> {
  if (config.dialect === 'sentinel') return;
  for (const user of usableUsers(config)) {
    if (!/sentinel/i.test(user.name)) continue;
    const { commands } = user.effective.permissions;
    const extra = config.aclLanguage.sets.table.commands.filter(
      (command) =>
        hasCommand(commands, command) &&
        !command.isAlwaysAllowed &&
        command.subcommands.length === 0 &&
        !isNeededBySentinel(command, config.target),
    );
    if (extra.length === 0) continue;
    yield {
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
  }
}
