import type { EffectiveUser, Permissions } from '../../server/src/core/acl/effective-user.js';
import type { ResolvedConfiguration } from '../../server/src/core/config/resolved-configuration.js';
import { isServerError, type Reply } from '../support/resp-client.js';

/** Somebody who may want to use a server, and what it asks for. */
export interface Client {
  /** How a report calls it; no secret. */
  readonly name: string;
  /** Undefined: it does not log in. */
  readonly login: readonly string[] | undefined;
  readonly commands: readonly Command[];
}

export type Command = readonly string[];

/** For every client of a server; keys and renamed commands come on top. Harmless to the server that is asked. */
const SERVER_COMMANDS: readonly Command[] = [
  ['PING'],
  ['CONFIG', 'GET', 'maxmemory'],
  ['CONFIG', 'SET', 'maxmemory-samples', '5'],
  ['CONFIG', 'SET', 'dbfilename', 'dump.rdb'],
  ['DEBUG', 'SLEEP', '0'],
  ['MODULE', 'UNLOAD', 'none'],
  ['EVAL', 'return 1', '0'],
  ['KEYS', 'none'],
  ['PUBLISH', 'law:channel', 'x'],
  ['INFO', 'server'],
  ['SELECT', '1'],
  ['SELECT', '15'],
];
const SENTINEL_COMMANDS: readonly Command[] = [
  ['PING'],
  ['INFO', 'server'],
  ['SENTINEL', 'MASTERS'],
  ['SENTINEL', 'RESET', 'none'],
];
/** Whatever the command: it is known and allowed, but not with so many arguments. */
const NONSENSE: readonly string[] = Array.from({ length: 8 }, () => 'x');

/** A stranger, everybody with the password of the default user, and each user of the ACL. */
export function clientsOf(config: ResolvedConfiguration): readonly Client[] {
  const { defaultUser, users } = config;
  const passwords = [...new Set([...defaultUser.passwords, ...requirepassesOf(config)])];
  return [
    clientFor('a stranger', undefined, config, defaultUser.effective),
    ...passwords.map((password, index) =>
      clientFor(`the password ${index + 1}`, [password], config, defaultUser.effective),
    ),
    ...users.flatMap(({ name, effective }) =>
      loginsOf(name, effective).map((credentials, index) =>
        clientFor(`user ${name}, password ${index + 1}`, credentials, config, effective),
      ),
    ),
  ];
}

/** What a user asks for whose password nobody knows. */
export function commandsOf(config: ResolvedConfiguration, user: EffectiveUser | undefined): readonly Command[] {
  if (config.dialect === 'sentinel') return SENTINEL_COMMANDS;
  const keys = new Set(['law:key', ...[user?.permissions, ...(user?.selectors ?? [])].flatMap(keysOf)]);
  const onKeys = [...keys].flatMap((key): readonly Command[] => [
    ['SET', key, 'x'],
    ['GET', key],
  ]);
  const commands = [...onKeys, ...SERVER_COMMANDS];
  return [...commands.flatMap((command) => spoken(config, command)), ...unknownByTheirNewNames(config, commands)];
}

/** A command as the server at hand is told it; none where `rename-command` has removed it. */
export function spoken({ renames }: ResolvedConfiguration, [name = '', ...args]: Command): readonly Command[] {
  const rename = renames.findLast(({ oldName }) => oldName === name);
  if (!rename) return [[name, ...args]];
  return rename.newName === '' ? [] : [[rename.newName, ...args]];
}

/** Renamed commands that are not among those asked for anyway. */
function unknownByTheirNewNames({ renames }: ResolvedConfiguration, asked: readonly Command[]): readonly Command[] {
  return renames
    .filter(({ oldName, newName }) => newName !== '' && !asked.some(([name]) => name === oldName))
    .map(({ newName }) => [newName, ...NONSENSE]);
}

/** Whether the server did what it was asked for, or would have done it with other arguments. */
export function isServed(reply: Reply): boolean {
  return (
    !isServerError(reply) ||
    /^ERR (?:wrong number of arguments|syntax error|value is not|unknown subcommand|Error unloading module)/i.test(
      reply.error,
    )
  );
}

function clientFor(
  name: string,
  credentials: readonly string[] | undefined,
  config: ResolvedConfiguration,
  user: EffectiveUser | undefined,
): Client {
  const [login] = credentials ? spoken(config, ['AUTH', ...credentials]) : [];
  return { name, login, commands: commandsOf(config, user) };
}

/** Those that a later line or the ACL of the default user overrides, too: then they don't log in. */
function requirepassesOf(config: ResolvedConfiguration): readonly string[] {
  return config.occurrences('requirepass').flatMap(({ args }) => args[0]?.value || []);
}

function loginsOf(name: string, { acceptsAnyPassword, passwords }: EffectiveUser): readonly (readonly string[])[] {
  const clear = passwords.flatMap((password) => password.clear ?? []);
  return [...clear, ...(acceptsAnyPassword ? ['any'] : [])].map((password) => [name, password]);
}

function keysOf(permissions: Permissions | undefined): readonly string[] {
  if (!permissions || permissions.keys === 'all') return [];
  return permissions.keys.map(({ pattern }) => pattern.replace(/[*?]/g, 'x').replace(/\[\^?(.)[^\]]*\]/g, '$1'));
}
