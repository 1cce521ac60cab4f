import type { Command } from '../acl/commands.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { AclUser } from '../config/users/users.js';
import { allowedAmong, listCommands, mayRunEverything, removalsOf } from './building-blocks/acl-commands.js';
import { appendRules, hasAdminName, userLabel } from './building-blocks/acl-users.js';
import { writesSince } from './building-blocks/guessed-target.js';
import { quote } from './building-blocks/quote.js';
import type { Fix, RuleInput } from './rule.js';
import { userRule } from './user-rule.js';

/** The most dangerous first; before Redis 7.0 a container stands for its subcommands. */
const DANGEROUS = [
  ...['config|set', 'config|rewrite', 'config', 'module|load', 'module|loadex', 'module', 'debug', 'acl|setuser'],
  ...['acl|deluser', 'acl|load', 'acl', 'replicaof', 'slaveof', 'shutdown', 'failover', 'migrate', 'restore'],
  ...['monitor', 'cluster|reset', 'cluster|failover', 'cluster|forget', 'cluster|meet', 'client|kill'],
  ...['save', 'bgsave', 'bgrewriteaof', 'config|get'],
];

/** Those that key patterns don't limit have a rule of their own where there are patterns. */
const WHOLE_DATABASE = ['flushall', 'flushdb', 'swapdb', 'keys'];

/** Up to so many are named one by one in the fix. */
const FEW = 4;

const LONGEST_REMOVALS = 54;

export const aclDangerousCommands = userRule({
  id: 'acl-dangerous-commands',
  summary: 'a user that may run commands which stop, change or empty the server',
  category: 'acl',
  severity: 'warning',
  references: ['CWE-250', 'CWE-749', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  users: 'usable',
  check: (user, input) => {
    const { config } = input;
    if (hasAdminName(user) || isForServers(user.name) || mayRunEverything(config, user)) return undefined;
    const names = user.effective.permissions.keys === 'all' ? [...DANGEROUS, ...WHOLE_DATABASE] : DANGEROUS;
    const found = allowedAmong(config, user, names, true);
    const isReader = found.length === 0 && readsConfiguration(config, user);
    if (found.length === 0 && !isReader) return undefined;
    return {
      at: user.at,
      message: messageFor(user, found),
      fixes: () =>
        isReader ? [removalFix(user, '-config')] : fixesFor(input, user, allowedAmong(config, user, names, false)),
    };
  },
});

function messageFor(user: AclUser, found: readonly Command[]): string {
  return found.every(({ name }) => name === 'config|get')
    ? `${userLabel(user)} may run CONFIG GET, which shows the passwords in "requirepass" and "masterauth". Take the command away.`
    : `${userLabel(user)} may run ${listCommands(found)}, which can take over, empty or stall the server. Take away what it does not need.`;
}

/** Before Redis 7.0 `+config|get` allows a first argument, and is no command of its own. */
function readsConfiguration({ aclLanguage }: ResolvedConfiguration, { effective }: AclUser): boolean {
  const id = aclLanguage.sets.table.lookup('config')?.id ?? -1;
  return [effective.permissions, ...effective.selectors].some(({ commands }) =>
    commands.firstArguments.get(id)?.has('get'),
  );
}

function fixesFor(input: RuleInput, user: AclUser, removable: readonly Command[]): readonly Fix[] {
  if (removable.length === 0) return [];
  if (removable.length > FEW) return [removalFix(user, '-@admin -@dangerous')];
  const subcommand = removable.find(({ parent }) => parent);
  const fix = removalFix(user, removalsOf(removable));
  return [subcommand ? writesSince(input, '7.0', `"-${subcommand.name}"`, fix) : fix];
}

function removalFix(user: AclUser, removals: string): Fix {
  return {
    title: `Add ${quote(removals, LONGEST_REMOVALS)}`,
    effect: 'access',
    consequence: 'Clients of this user that send one of these commands are refused.',
    edits: [appendRules(user, removals)],
  };
}

/** Sentinel, replicas and monitoring need some of them; they have rules of their own. */
function isForServers(name: string): boolean {
  return /sentinel|repl|slave/i.test(name);
}
