import { hasCommand } from '../acl/command-set.js';
import { textOfBytes } from '../syntax/bytes.js';
import { listCommands } from './building-blocks/acl-commands.js';
import { replaceCommandRules, usableUsers, userLabel } from './building-blocks/acl-users.js';
import { allow, replicaCommands } from './building-blocks/user-roles.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclReplicaUserTooBroad: Rule = {
  id: 'acl-replica-user-too-broad',
  summary: 'a user for replication that may do more than replicate',
  category: 'acl',
  severity: 'information',
  references: ['CWE-272', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  reads: ['masteruser', 'users'],
  check: checkReplicaUser,
};

/** As much as PSYNC gives: newer replicas fetch the snapshot with it. */
const LIKE_PSYNC = 'sync';

function* checkReplicaUser(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  const needed = replicaCommands(input);
  const masterUser = config.setting('masteruser')?.values[0] ?? '';
  for (const user of usableUsers(config)) {
    const isForReplicas = /^(repl|slave)/i.test(user.name) || (masterUser !== '' && user.name === masterUser);
    if (!isForReplicas || /sentinel/i.test(textOfBytes(user.name))) continue;
    const { commands } = user.effective.permissions;
    const extra = config.aclLanguage.sets.table.commands.filter(
      (command) =>
        hasCommand(commands, command) &&
        !command.isAlwaysAllowed &&
        command.subcommands.length === 0 &&
        command.name !== LIKE_PSYNC &&
        !needed.includes(command.name),
    );
    if (extra.length === 0) continue;
    yield {
      at: user.at,
      message: `${userLabel(user)} may run ${listCommands(extra)}, which a replica does not need. Allow only what it needs.`,
      fixes: () => [
        {
          title: 'Allow only what a replica needs',
          effect: 'access',
          consequence: 'Clients of this user other than replicas are refused everything else.',
          edits: replaceCommandRules(user, allow(needed)),
        },
      ],
    };
  }
}
