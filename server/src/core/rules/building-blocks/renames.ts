import type { CommandRename } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';

/** What tells whether another line renames the new name on, or takes the old one: the server refuses it without this line. */
export function renamesBuiltUpon({ renames }: ResolvedConfiguration): (rename: CommandRename) => boolean {
  const oldNames = new Set(renames.map(({ oldName }) => oldName));
  const newNames = new Set(renames.map(({ newName }) => newName.toUpperCase()));
  return ({ oldName, newName }) => oldNames.has(newName.toUpperCase()) || newNames.has(oldName);
}
