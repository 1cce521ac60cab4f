import { hasCommand } from '../../acl/command-set.js';
import { type Command, displayName } from '../../acl/commands.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import type { AclUser } from '../../config/users/users.js';
import { formatTarget } from '../../directives/target.js';
import { worstFirst } from './dangerous-commands.js';

/**
 * Those of some commands that the target has and the user may run: outside of selectors, or in any. A container is
 * none where its subcommands are commands of their own.
 */
export function allowedAmong(
  { aclLanguage }: ResolvedConfiguration,
  { effective: { permissions, selectors } }: AclUser,
  names: readonly string[],
  inSelectors: boolean,
): readonly Command[] {
  const sets = inSelectors && selectors.length > 0 ? [permissions, ...selectors] : [permissions];
  const { table } = aclLanguage.sets;
  const allowed: Command[] = [];
  // A plain loop: with 100,000 users an array for each name keeps the garbage collector busy for seconds.
  for (const name of names) {
    const command = table.lookup(name);
    if (!command || command.subcommands.length > 0) continue;
    if (sets.some(({ commands }) => hasCommand(commands, command))) allowed.push(command);
  }
  return allowed;
}

/** The commands of channels. */
export const PUBSUB = ['subscribe', 'psubscribe', 'publish', 'ssubscribe', 'spublish'];

/** What a user may run besides what is needed; containers and what everybody may run don't count. */
export function commandsBeyond(
  { aclLanguage }: ResolvedConfiguration,
  { effective: { permissions } }: AclUser,
  isNeeded: (command: Command) => boolean,
): readonly Command[] {
  return aclLanguage.sets.table.commands.filter(
    (command) =>
      hasCommand(permissions.commands, command) &&
      !command.isAlwaysAllowed &&
      command.subcommands.length === 0 &&
      !isNeeded(command),
  );
}

/** Whose commands count: `Redis 7.0`, or `Sentinel` with its few. */
export function commandHost({ dialect, target }: ResolvedConfiguration): string {
  return dialect === 'sentinel' ? 'Sentinel' : formatTarget(target);
}

/** Whether nothing is forbidden: what `+@all` gives. */
export function mayRunEverything(
  { aclLanguage }: ResolvedConfiguration,
  { effective }: Pick<AclUser, 'effective'>,
): boolean {
  const { commands } = effective.permissions;
  return commands.allowsFuture && aclLanguage.sets.table.commands.every((command) => hasCommand(commands, command));
}

/** `CONFIG SET, DEBUG and 5 more`, the worst first. */
export function listCommands(commands: readonly Command[], most = 3): string {
  const names = worstFirst(commands.map(displayName));
  const rest = names.length - most;
  if (rest > 0) return `${names.slice(0, most).join(', ')} and ${rest} more`;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** `-config|set -debug`. */
export function removalsOf(commands: readonly Command[]): string {
  return commands.map(({ name }) => `-${name}`).join(' ');
}
