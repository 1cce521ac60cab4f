import type { CommandRename, ResolvedConfiguration } from '../../config/resolved-configuration.js';

/** Whether another line renames the new name on, or takes the old one: the server refuses it without this line. */
export function isBuiltUpon({ oldName, newName }: CommandRename, { renames }: ResolvedConfiguration): boolean {
  return renames.some((other) => other.oldName === newName.toUpperCase() || other.newName.toUpperCase() === oldName);
}
