import { type Command, commandLifetimes, displayName, lookupCategory } from '../acl/commands.js';
import type { AclLanguage } from '../acl/effective-user.js';
import type { AclRule, KeyAccess, Keyword } from '../acl/rule-syntax.js';
import { shownLength } from '../config/showing/shown-words.js';
import { COMMANDS } from '../config/showing/vocabulary.js';
import { describeLifetimes } from '../directives/catalog.js';
import { wordInMarkdown } from './word-in-markdown.js';

const KEYWORDS: Readonly<Record<Keyword, string>> = {
  on: 'The user can log in.',
  off: 'Nobody can log in as this user. Connections that already did stay.',
  nopass: 'Every password logs in, and the passwords so far are removed.',
  resetpass: 'Removes all passwords and `nopass`: nobody can log in until one is added.',
  'sanitize-payload': 'Payloads of RESTORE are checked thoroughly before they are loaded.',
  'skip-sanitize-payload':
    'Payloads of RESTORE are loaded without the thorough check: a crafted one may crash the server.',
  reset: 'Back to the beginning: off, no password, no keys, no commands.',
  clearselectors: 'Removes all selectors before it.',
  allkeys: 'All keys may be read and written.',
  resetkeys: 'Removes all key patterns before it.',
  allchannels: 'All Pub/Sub channels may be used.',
  resetchannels: 'Removes all channel patterns before it.',
  allcommands: 'Allows all commands, those of modules that are loaded later too.',
  nocommands: 'Allows no command, whatever rules come before it.',
  alldbs: 'All databases may be used.',
  resetdbs: 'Removes all databases before it.',
};

const ACCESS: Readonly<Record<KeyAccess, string>> = {
  both: 'read and written',
  read: 'read, not written',
  write: 'written, not read',
};

const MOST_NAMED = 12;

/** What one rule of a user does, in Markdown; never the secret in it. Undefined where the server refuses it. */
export function describeAclRule(rule: AclRule, { sets: { table } }: AclLanguage): string | undefined {
  switch (rule.kind) {
    case 'keyword':
      return KEYWORDS[rule.keyword];
    case 'password':
      return rule.isAdded
        ? 'Adds a password, in clear text: `#` with its SHA-256 hash does the same.'
        : 'Removes a password.';
    case 'hash':
      return rule.isAdded ? 'Adds a password by its SHA-256 hash.' : 'Removes a password by its SHA-256 hash.';
    case 'keys':
      return `Keys that match ${wordInMarkdown(rule.pattern)} may be ${ACCESS[rule.access]}.`;
    case 'channel':
      return `Pub/Sub channels that match ${wordInMarkdown(rule.pattern)} may be used.`;
    case 'databases':
      return `Only databases ${rule.ids.join(', ')} may be used.`;
    case 'selector':
      return 'A selector: a second set of permissions, enough by itself. Its rules do not add to those outside of it.';
    case 'category':
      return describeCategory(rule.name, rule.isAllowed, table.inCategory);
    case 'command':
      return describeCommand(rule.name, rule.isAllowed, table.lookup);
    default:
      return undefined;
  }
}

function describeCategory(
  name: string,
  isAllowed: boolean,
  commandsIn: AclLanguage['sets']['table']['inCategory'],
): string | undefined {
  const category = lookupCategory(name);
  if (!category) return undefined;
  const commands = commandsIn(category);
  const shown = commands.slice(0, MOST_NAMED).map(displayName);
  const rest = commands.length > MOST_NAMED ? ` and ${commands.length - MOST_NAMED} more` : '';
  return `${verb(isAllowed)} the ${commands.length} commands of **@${category}**: ${shown.join(', ')}${rest}.`;
}

function describeCommand(
  name: string,
  isAllowed: boolean,
  lookup: (name: string) => Command | undefined,
): string | undefined {
  const command = lookup(name);
  if (command) return [`${verb(isAllowed)} ${subject(command)}.`, ...factsOf(command)].join('\n\n');
  const [container = '', argument] = name.split('|');
  const opened = lookup(container);
  if (!opened || !argument) return undefined;
  const first = `${verb(isAllowed)} **${displayName(opened)}** only with ${shownArgument(name, argument)} as its first argument.`;
  return [first, ...factsOf(opened)].join('\n\n');
}

/** A subcommand of a later version, or a database; all else may be anything. */
function shownArgument(name: string, argument: string): string {
  return shownLength(name, COMMANDS) === name.length ? wordInMarkdown(argument) : 'this word';
}

function subject(command: Command): string {
  const name = `**${displayName(command)}**`;
  return command.subcommands.length === 0 ? name : `${name} with all its ${command.subcommands.length} subcommands`;
}

function factsOf({ name, categories, isAlwaysAllowed }: Command): readonly string[] {
  const lifetimes = commandLifetimes(name);
  return [
    [...categories].map((category) => `@${category}`).join(' '),
    lifetimes ? `In ${describeLifetimes(lifetimes)}` : '',
    isAlwaysAllowed ? 'Everybody may run it, logged in or not, whatever the rules say.' : '',
  ].filter((fact) => fact !== '');
}

const verb = (isAllowed: boolean) => (isAllowed ? 'Allows' : 'Forbids');
