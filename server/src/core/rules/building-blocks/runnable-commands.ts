import { hasCommand } from '../../acl/command-set.js';
import { openUser } from '../../acl/effective-user.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';

/**
 * Whether any user that can log in may run one of these commands (lower case, `container|subcommand`). True where that
 * is unknown. Commands removed by rename-command are counted as gone.
 */
export function canAnybodyRun(config: ResolvedConfiguration, commands: readonly string[]): boolean {
  const { defaultUser, aclLanguage, users, renames } = config;
  if (defaultUser.state === 'unknown' || config.users.some(({ isTemplated }) => isTemplated)) return true;
  const removed = new Set(renames.filter(({ newName }) => newName === '').map(({ oldName }) => oldName.toLowerCase()));
  const left = commands
    .filter((name) => !removed.has(name.split('|')[0] ?? name))
    .flatMap((name) => aclLanguage.sets.table.lookup(name) ?? []);
  const others = users.filter(({ name }) => name !== 'default').map(({ effective }) => effective);
  return [defaultUser.effective ?? openUser(aclLanguage), ...others]
    .filter(({ isOn, acceptsAnyPassword, passwords }) => isOn && (acceptsAnyPassword || passwords.length > 0))
    .flatMap(({ permissions, selectors }) => [permissions, ...selectors])
    .some(({ commands: set }) => left.some((command) => hasCommand(set, command)));
}
