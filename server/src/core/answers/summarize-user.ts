import { commandsIn, hasCommand } from '../acl/command-set.js';
import { type Command, displayName } from '../acl/commands.js';
import type { AclLanguage, EffectiveUser, KeyPattern, Permissions } from '../acl/effective-user.js';
import { wordInMarkdown } from './word-in-markdown.js';

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

/**
 * What a user is, in parts of a sentence, in Markdown, without secrets: `can log in with any password`,
 * `203 of 240 commands, among them ...`, `all keys`.
 */
export function summarizeUser(user: EffectiveUser, language: AclLanguage): readonly string[] {
  const selectors = user.selectors.flatMap((selector) => {
    const [first = '', ...rest] = describePermissions(selector, language);
    return [`or ${first}`, ...rest];
  });
  return [describeLogin(user), ...describePermissions(user.permissions, language), ...selectors];
}

/** Whether and how somebody can log in as the user. */
function describeLogin({ isOn, acceptsAnyPassword, passwords }: EffectiveUser): string {
  if (!isOn) return 'cannot log in: it is off';
  if (acceptsAnyPassword) return 'can log in with any password';
  if (passwords.length === 0) return 'cannot log in: it has no password';
  return passwords.length === 1 ? 'can log in with its password' : `can log in with ${passwords.length} passwords`;
}

/** `203 of 240 commands, among them EVAL, CONFIG SET`, `all keys`, `no channels`; a few are all named. */
function describePermissions(permissions: Permissions, language: AclLanguage): readonly string[] {
  const { keys, channels, databases } = permissions;
  const parts = [describeCommands(permissions, language), describeKeys(keys)];
  if (language.dialect.hasChannels)
    parts.push(describeList(channels === 'all' ? 'all' : channels.map(wordInMarkdown), 'channel'));
  if (databases !== 'all') parts.push(databases.length === 0 ? 'no databases' : `databases ${databases.join(', ')}`);
  return parts;
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

function describeKeys(keys: Permissions['keys']): string {
  if (keys === 'all') return 'all keys';
  const access = { both: '', read: ' (read)', write: ' (write)' } satisfies Record<KeyPattern['access'], string>;
  return describeList(
    keys.map((key) => wordInMarkdown(key.pattern) + access[key.access]),
    'key',
  );
}

function describeList(items: 'all' | readonly string[], noun: string): string {
  if (items === 'all') return `all ${noun}s`;
  if (items.length === 0) return `no ${noun}s`;
  const shown = items.slice(0, MOST_NAMED);
  const rest = items.length > MOST_NAMED ? ` and ${items.length - MOST_NAMED} more` : '';
  return `${noun}s ${shown.join(', ')}${rest}`;
}
