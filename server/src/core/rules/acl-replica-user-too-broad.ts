import type { AclUser } from '../config/users/users.js';
import { textOfBytes } from '../syntax/bytes.js';
import { commandsBeyond, listCommands } from './building-blocks/acl-commands.js';
import { replaceCommandRules, userLabel } from './building-blocks/acl-users.js';
import { allow, replicaCommands } from './building-blocks/user-roles.js';
import type { RuleInput } from './rule.js';
import { userRule } from './user-rule.js';

/** As much as PSYNC gives: newer replicas fetch the snapshot with it. */
const LIKE_PSYNC = 'sync';

export const aclReplicaUserTooBroad = userRule({
  id: 'acl-replica-user-too-broad',
  summary: 'a user for replication that may do more than replicate',
  category: 'acl',
  severity: 'information',
  references: ['CWE-272', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  users: 'usable',
  check: (user, input) => {
    if (!isForReplicas(user, input)) return undefined;
    const needed = replicaCommands(input);
    const extra = commandsBeyond(input.config, user, ({ name }) => name === LIKE_PSYNC || needed.includes(name));
    if (extra.length === 0) return undefined;
    return {
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
  },
  also: ['masteruser'],
});

function isForReplicas({ name }: AclUser, { config }: RuleInput): boolean {
  const masterUser = config.inForce('masteruser')?.values[0] ?? '';
  const isNamed = /^(repl|slave)/i.test(name) || (masterUser !== '' && name === masterUser);
  return isNamed && !/sentinel/i.test(textOfBytes(name));
}
