import { textOfBytes } from '../syntax/bytes.js';
import { commandsIn, hasCommand } from './command-set.js';
import type { Command } from './commands.js';
import type { AclLanguage, EffectiveUser, KeyPattern, Permissions } from './effective-user.js';

/** Commands that people want to hear about first, most dangerous first. */
const NOTABLE = [
  'config|set',
  'config',
  'module|load',
  'module',
  'eval',
  'script',
  'function|load',
  'function',
  'acl|setuser',
  'acl',
  'debug',
  'flushall',
  'replicaof',
  'shutdown',
  'migrate',
  'restore',
  'keys',
];

const MOST_NAMED = 3;

/** What a user is in one sentence without secrets: `can log in with any password; 203 of 240 commands, among them ...; all keys`. */
export function summarizeUser(user: EffectiveUser, language: AclLanguage): string {
  const parts = [describeLogin(user), describePermissions(user.permissions, language)];
  for (const selector of user.selectors) parts.push(`or ${describePermissions(selector, language)}`);
  return parts.join('; ');
}

/** Whether and how somebody can log in as the user. */
export function describeLogin({ isOn, acceptsAnyPassword, passwords }: EffectiveUser): string {
  if (!isOn) return 'cannot log in: it is off';
  if (acceptsAnyPassword) return 'can log in with any password';
  if (passwords.length === 0) return 'cannot log in: it has no password';
  return passwords.length === 1 ? 'can log in with its password' : `can log in with ${passwords.length} passwords`;
}

/** `203 of 240 commands, among them EVAL, CONFIG SET; all keys; no channels`; a few are all named. */
export function describePermissions(permissions: Permissions, language: AclLanguage): string {
  const { keys, channels, databases } = permissions;
  const parts = [describeCommands(permissions, language), describeKeys(keys)];
  if (language.dialect.hasChannels)
    parts.push(describeList(channels === 'all' ? 'all' : channels.map(quoted), 'channel'));
  if (databases !== 'all') parts.push(databases.length === 0 ? 'no databases' : `databases ${databases.join(', ')}`);
  return parts.join('; ');
}

function describeCommands({ commands }: Permissions, { sets }: AclLanguage): string {
  const tops = sets.table.commands.filter(({ parent }) => parent === undefined);
  const allowed = commandsIn(sets.table, commands);
  const isAllowed = (command: Command) => hasCommand(commands, command) || commands.firstArguments.has(command.id);
  const count = tops.filter(
    (command) => isAllowed(command) || command.subcommands.some((subcommand) => isAllowed(subcommand)),
  ).length;
  if (count === 0) return 'no commands';
  if (allowed.length === sets.table.commands.length) return 'all commands';
  const few = allowed.filter(({ subcommands }) => subcommands.length === 0);
  if (few.length > 0 && few.length <= MOST_NAMED && commands.firstArguments.size === 0) {
    return `${count} of ${tops.length} commands: ${few.map(displayName).join(', ')}`;
  }
  const notable = NOTABLE.flatMap((name) => {
    const command = sets.table.lookup(name);
    const isCounted = command !== undefined && command.subcommands.length === 0 && hasCommand(commands, command);
    return isCounted ? [displayName(command)] : [];
  }).slice(0, MOST_NAMED);
  const names = notable.length === 0 ? '' : `, among them ${notable.join(', ')}`;
  return `${count} of ${tops.length} commands${names}`;
}

/** `CONFIG SET` for `config|set`. */
export function displayName({ name }: Pick<Command, 'name'>): string {
  return name.replace('|', ' ').toUpperCase();
}

function describeKeys(keys: Permissions['keys']): string {
  if (keys === 'all') return 'all keys';
  const access = { both: '', read: ' (read)', write: ' (write)' } satisfies Record<KeyPattern['access'], string>;
  return describeList(
    keys.map((key) => quoted(key.pattern) + access[key.access]),
    'key',
  );
}

const quoted = (pattern: string) => `"${textOfBytes(pattern)}"`;

function describeList(items: 'all' | readonly string[], noun: string): string {
  if (items === 'all') return `all ${noun}s`;
  if (items.length === 0) return `no ${noun}s`;
  const shown = items.slice(0, MOST_NAMED);
  const rest = items.length > MOST_NAMED ? ` and ${items.length - MOST_NAMED} more` : '';
  return `${noun}s ${shown.join(', ')}${rest}`;
}
