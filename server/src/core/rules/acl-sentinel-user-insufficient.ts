import { allowedAmong, listCommands } from './building-blocks/acl-commands.js';
import { appendRules, usableUsers, userLabel } from './building-blocks/acl-users.js';
import { quote } from './building-blocks/quote.js';
import { sentinelCommands } from './building-blocks/sentinel-user.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclSentinelUserInsufficient: Rule = {
  id: 'acl-sentinel-user-insufficient',
  summary: 'a user for Sentinel that lacks a command Sentinel needs',
  category: 'acl',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  reads: ['users'],
  check: checkSentinelUser,
};

const LONGEST_RULES = 54;

/** Found out at the first failover otherwise. */
function* checkSentinelUser({ config }: RuleInput): Iterable<Problem> {
  if (config.dialect === 'sentinel') return;
  const needed = sentinelCommands(config.target);
  for (const user of usableUsers(config)) {
    if (!/sentinel/i.test(user.name)) continue;
    const allowed = allowedAmong(config, user, needed, true).map(({ name }) => name);
    const missing = needed.flatMap((name) => {
      const command = config.aclLanguage.sets.table.lookup(name);
      return command && !allowed.includes(name) ? [command] : [];
    });
    if (missing.length === 0) continue;
    const rules = missing.map(({ name }) => `+${name}`).join(' ');
    yield {
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
  }
}
