import { allowedAmong, listCommands, mayRunEverything, removalsOf } from './building-blocks/acl-commands.js';
import { appendRules, hasAdminName, usableUsers, userLabel } from './building-blocks/acl-users.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclDangerousCommands: Rule = {
  id: 'acl-dangerous-commands',
  summary: 'a user that may run commands which stop, change or empty the server',
  category: 'acl',
  severity: 'warning',
  references: ['CWE-250', 'CWE-749', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  check: checkDangerousCommands,
};

/** The most dangerous first; before Redis 7.0 a container stands for its subcommands. */
const DANGEROUS = [
  ...['config|set', 'config|rewrite', 'config', 'module|load', 'module|loadex', 'module', 'debug', 'acl|setuser'],
  ...['acl|deluser', 'acl|load', 'acl', 'replicaof', 'slaveof', 'shutdown', 'failover', 'migrate', 'restore'],
  ...['monitor', 'cluster|reset', 'cluster|failover', 'cluster|forget', 'cluster|meet', 'client|kill'],
  ...['save', 'bgsave', 'bgrewriteaof'],
];
/** Those that key patterns don't limit have a rule of their own where there are patterns. */
const WHOLE_DATABASE = ['flushall', 'flushdb', 'swapdb', 'keys'];
/** Up to so many are named one by one in the fix. */
const FEW = 4;

function* checkDangerousCommands({ config }: RuleInput): Iterable<Problem> {
  for (const user of usableUsers(config)) {
    if (hasAdminName(user) || isForServers(user.name) || mayRunEverything(config, user)) continue;
    const names = user.effective.permissions.keys === 'all' ? [...DANGEROUS, ...WHOLE_DATABASE] : DANGEROUS;
    const found = allowedAmong(config, user, names, true);
    if (found.length === 0) continue;
    const removable = allowedAmong(config, user, names, false);
    const removals = removable.length > FEW ? '-@admin -@dangerous' : removalsOf(removable);
    yield {
      at: user.at,
      message: `${userLabel(user)} may run ${listCommands(found)}, and so control, empty or stall the server. Take away what it does not need.`,
      fixes:
        removable.length === 0
          ? []
          : [{ title: `Add "${removals}"`, effect: 'access', edits: [appendRules(user, removals)] }],
    };
  }
}

/** Sentinel, replicas and monitoring need some of them; they have rules of their own. */
function isForServers(name: string): boolean {
  return /sentinel|repl|slave/i.test(name);
}
