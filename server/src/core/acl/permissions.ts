import { type CommandSet, hasCommand } from './command-set.js';
import type { Command } from './commands.js';
import type { EffectiveUser, KeyPattern, Permissions } from './effective-user.js';
import { matchesGlob } from './glob.js';
import type { KeyAccess } from './rule-syntax.js';

/** One call of a command: what ACL DRYRUN is asked. Byte strings. */
export interface CommandCall {
  readonly command: Command;
  /** The argument after the command's name. */
  readonly firstArgument?: string;
  readonly keys?: readonly { readonly key: string; readonly access: KeyAccess }[];
  readonly channels?: readonly { readonly name: string; readonly isPattern: boolean }[];
}

/** What of a call is not allowed; of several the one that the server names. */
export type Denial = 'command' | 'key' | 'channel';

/** Whether a user may make a call: some selector, or the rules outside of selectors, must allow all of it. */
export function deniedBecause(user: EffectiveUser, call: CommandCall): Denial | undefined {
  const denials = [user.permissions, ...user.selectors].map((permissions) => denialOf(permissions, call));
  if (denials.includes(undefined)) return undefined;
  return denials.includes('channel') ? 'channel' : denials.includes('key') ? 'key' : 'command';
}

/** Whether any part of a user's rules allows a command, with whatever arguments. */
export function mayRun({ permissions, selectors }: EffectiveUser, command: Command): boolean {
  return [permissions, ...selectors].some(({ commands }) => hasCommand(commands, command));
}

function denialOf({ commands, keys, channels }: Permissions, call: CommandCall): Denial | undefined {
  const { command, firstArgument } = call;
  if (!command.isAlwaysAllowed && !hasCommand(commands, command) && !isOpened(commands, command, firstArgument)) {
    return 'command';
  }
  if (keys !== 'all' && call.keys?.some(({ key, access }) => !isKeyAllowed(keys, key, access))) return 'key';
  if (channels === 'all') return undefined;
  const isDenied = call.channels?.some(({ name, isPattern }) =>
    // A pattern to subscribe to must be one of the user's, to the letter.
    isPattern ? !channels.includes(name) : !channels.some((pattern) => matchesGlob(pattern, name)),
  );
  return isDenied ? 'channel' : undefined;
}

function isOpened({ firstArguments }: CommandSet, { id }: Command, firstArgument: string | undefined): boolean {
  return firstArgument !== undefined && (firstArguments.get(id)?.has(firstArgument) ?? false);
}

function isKeyAllowed(keys: readonly KeyPattern[], key: string, access: KeyAccess): boolean {
  return keys.some(
    (allowed) => (allowed.access === 'both' || allowed.access === access) && matchesGlob(allowed.pattern, key),
  );
}
