import { hasCommand } from '../acl/command-set.js';
import { textOfBytes } from '../syntax/bytes.js';
import { listCommands } from './building-blocks/acl-commands.js';
import { replaceCommandRules, usableUsers, userLabel } from './building-blocks/acl-users.js';
import { REPLICA_COMMANDS } from './building-blocks/user-roles.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclReplicaUserTooBroad: Rule = {
  id: 'acl-replica-user-too-broad',
  summary: 'a user for replication that may do more than replicate',
  category: 'acl',
  severity: 'information',
  references: ['CWE-272', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  check: checkReplicaUser,
};

function* checkReplicaUser({ config }: RuleInput): Iterable<Problem> {
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
        !REPLICA_COMMANDS.includes(command.name),
    );
    if (extra.length === 0) continue;
    const rules = REPLICA_COMMANDS.map((name) => `+${name}`).join(' ');
    yield {
      at: user.at,
      message: `${userLabel(user)} may run ${listCommands(extra)}; a replica needs only PSYNC, REPLCONF and PING. Allow just these.`,
      fixes: [{ title: `Allow only "${rules}"`, effect: 'access', edits: replaceCommandRules(user, rules) }],
    };
  }
}
