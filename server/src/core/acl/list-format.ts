import { has } from '../directives/capabilities.js';
import { lowerCaseAscii } from '../syntax/config-line.js';
import { type CommandSet, hasCommand } from './command-set.js';
import { CATEGORIES, type Command } from './commands.js';
import type { AclLanguage, EffectiveUser, KeyPattern, Permissions } from './effective-user.js';
import { hashOf } from './password-list.js';

/**
 * A user as ACL LIST of the target prints it (a byte string): one line that, read again, makes the same user.
 * Holds hashes of passwords: for the user who asked for it, never for messages.
 */
export function formatAsAclList(name: string, user: EffectiveUser, language: AclLanguage): string {
  return [
    'user',
    name,
    user.isOn ? 'on' : 'off',
    ...(user.acceptsAnyPassword ? ['nopass'] : []),
    ...payloadWords(user, language),
    ...user.passwords.map((password) => `#${hashOf(password)}`),
    formatPermissions(user.permissions, language),
    ...user.selectors.map((selector) => `(${formatPermissions(selector, language)})`),
  ].join(' ');
}

/** New users carry the flag visibly from 7.2 on, before that only where a rule set it; Valkey 9.1 gave it up. */
function payloadWords({ sanitizesPayload }: EffectiveUser, { target, dialect }: AclLanguage): readonly string[] {
  if (!dialect.hasSanitizePayload || has(target, 'acl-payload-rules-ignored')) return [];
  const shown = sanitizesPayload ?? (has(target, 'acl-payload-rules-shown') ? true : undefined);
  return shown === undefined ? [] : [shown ? 'sanitize-payload' : 'skip-sanitize-payload'];
}

function formatPermissions(permissions: Permissions, language: AclLanguage): string {
  const { keys } = permissions;
  const isOrderKept = has(language.target, 'acl-rules-kept');
  return [
    ...(keys === 'all' ? ['~*'] : keys.map(formatKeys)),
    ...channelWords(permissions, language),
    ...databaseWords(permissions),
    ...(isOrderKept ? rulesInOrder(permissions) : bestFittingRules(permissions.commands, language)),
  ].join(' ');
}

function channelWords({ channels }: Permissions, { dialect }: AclLanguage): readonly string[] {
  if (!dialect.hasChannels) return [];
  return channels === 'all' ? ['&*'] : ['resetchannels', ...channels.map((pattern) => `&${pattern}`)];
}

function databaseWords({ databases }: Permissions): readonly string[] {
  if (databases === 'all') return [];
  return [databases.length === 0 ? 'resetdbs' : `db=${databases.join(',')}`];
}

function formatKeys({ pattern, access }: KeyPattern): string {
  return access === 'both' ? `~${pattern}` : `%${access === 'read' ? 'R' : 'W'}~${pattern}`;
}

/** From 7.2 on rules stay in their order; a later rule drops earlier ones about the same command or its subcommands. */
function rulesInOrder({ commands }: Permissions): readonly string[] {
  const kept = new Map<string, string>();
  const subcommands = new Map<string, string[]>();
  for (const rule of historyOf(commands)) {
    const name = lowerCaseAscii(rule.slice(1));
    for (const dropped of [name, ...(subcommands.get(name) ?? [])]) kept.delete(dropped);
    subcommands.delete(name);
    kept.set(name, rule[0] + name);
    const [container = name] = name.split('|', 1);
    const siblings = subcommands.get(container);
    if (siblings) siblings.push(name);
    else if (container !== name) subcommands.set(container, [name]);
  }
  return [commands.allowsFuture ? '+@all' : '-@all', ...kept.values()];
}

/** The rules since everything was last allowed or forbidden, in order. */
function historyOf(set: CommandSet): readonly string[] {
  const rules: string[] = [];
  for (let made = set.history; made; made = made.before) rules.push(made.rule);
  return rules.reverse();
}

/**
 * Before 7.2 the server only has the bits: it looks for the categories that fit best, then names single commands, in
 * another order each time it starts (that of a hash table with a random seed); here in alphabetical order.
 */
function bestFittingRules(set: CommandSet, { sets }: AclLanguage): readonly string[] {
  const isAdding = !set.allowsFuture;
  const words = [isAdding ? '-@all' : '+@all'];
  let rest = set;
  let rebuilt = isAdding ? sets.none : sets.all;
  const left = new Set(CATEGORIES);
  for (;;) {
    let best: (typeof CATEGORIES)[number] | undefined;
    let fewestWrong = Number.MAX_SAFE_INTEGER;
    let mostRight = 0;
    for (const category of left) {
      const members = sets.table.inCategory(category);
      const on = members.filter((command) => hasCommand(rest, command)).length;
      const right = isAdding ? on : members.length - on;
      const wrong = members.length - right;
      if (right > wrong && (wrong < fewestWrong || (wrong === fewestWrong && right > mostRight))) {
        best = category;
        fewestWrong = wrong;
        mostRight = right;
      }
    }
    if (best === undefined) break;
    words.push(`${isAdding ? '+' : '-'}@${best}`);
    rebuilt = sets.withCategory(rebuilt, best, isAdding);
    rest = sets.withCategory(rest, best, !isAdding);
    left.delete(best);
  }
  for (const command of sets.table.commands) {
    const isOn = hasCommand(set, command);
    if (isOn !== hasCommand(rebuilt, command)) {
      words.push(`${isOn ? '+' : '-'}${command.name}`);
      rebuilt = sets.withCommand(rebuilt, command, isOn);
    }
    if (!isOn) for (const rule of firstArgumentRules(set, command)) words.push(rule);
  }
  return words;
}

function firstArgumentRules({ firstArguments }: CommandSet, { id, name }: Command): readonly string[] {
  return (firstArguments.get(id)?.values() ?? []).map((argument) => `+${name}|${argument}`);
}
