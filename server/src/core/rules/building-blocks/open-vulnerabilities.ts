import { hasCommand } from '../../acl/command-set.js';
import { openUser } from '../../acl/effective-user.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { type DirectiveName, ownNameOf } from '../../directives/catalog.js';
import {
  type OpenVulnerability,
  VULNERABILITIES,
  type Vulnerability,
  vulnerabilitiesOf,
} from '../../directives/vulnerabilities.js';

const OUTPUT_LIMIT = 'client-output-buffer-limit';

/** Directives whose values close a vulnerability. */
export const MITIGATING_SETTINGS: readonly DirectiveName[] = VULNERABILITIES.flatMap(
  ({ unlessValue, onlyIfValue, onlyIfSet, unlessOutputLimit }) =>
    [unlessValue?.name, onlyIfValue?.name, onlyIfSet, unlessOutputLimit && OUTPUT_LIMIT].flatMap(
      (name) => ownNameOf(name ?? '') ?? [],
    ),
);

/** What is published, not fixed in the target, and not closed by this configuration. */
export function openVulnerabilities(config: ResolvedConfiguration): readonly OpenVulnerability[] {
  return vulnerabilitiesOf(config.target).filter(({ vulnerability }) => !isMitigated(config, vulnerability));
}

/** Fails open: what the configuration does not show to be closed counts as open. */
function isMitigated(config: ResolvedConfiguration, vulnerability: Vulnerability): boolean {
  const { commands, network, needs, unlessValue, onlyIfValue, onlyIfSet, unlessOutputLimit } = vulnerability;
  const { listen } = config.exposure;
  if ((vulnerability.dialect ?? 'server') !== config.dialect) return true;
  if (commands && !canAnybodyRun(config, commands)) return true;
  if (network && (listen === 'loopback' || listen === 'none')) return true;
  if (needs && !hasUsers(config, needs)) return true;
  if (unlessValue && isClosedBy(config, unlessValue)) return true;
  if (onlyIfValue && !hasValue(config, onlyIfValue.name, onlyIfValue.value)) return true;
  if (unlessOutputLimit && isLimited(config, unlessOutputLimit)) return true;
  return onlyIfSet !== undefined && (inForceAs(config, onlyIfSet)?.values[0] ?? '') === '';
}

/**
 * Whether any user that can log in may run one of these commands (lower case, `container|subcommand`). True where that
 * is unknown. Commands removed by rename-command are counted as gone.
 */
function canAnybodyRun(config: ResolvedConfiguration, commands: readonly string[]): boolean {
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

/** Beside the default user; true where it is unknown. */
function hasUsers({ users, defaultUser }: ResolvedConfiguration, which: 'users' | 'key-patterns'): boolean {
  if (defaultUser.state === 'unknown' || users.some(({ isTemplated }) => isTemplated)) return true;
  if (which === 'users') return users.length > 0;
  return users
    .flatMap(({ effective: { permissions, selectors } }) => [permissions, ...selectors])
    .some(({ keys }) => keys !== 'all' && keys.length > 0);
}

/** The values are groups of class, hard limit, soft limit and seconds. */
function isLimited(config: ResolvedConfiguration, name: string): boolean {
  const { isKnown = false, values = [] } = config.inForce(OUTPUT_LIMIT) ?? {};
  return isKnown && Number(values[values.indexOf(name) + 1] ?? 0) > 0;
}

/** A target that does not know the directive has nothing that it could switch on. */
function isClosedBy(
  config: ResolvedConfiguration,
  { name, value }: NonNullable<Vulnerability['unlessValue']>,
): boolean {
  return inForceAs(config, name) === undefined || hasValue(config, name, value);
}

function hasValue(config: ResolvedConfiguration, name: string, value: string): boolean {
  const found = inForceAs(config, name);
  return found?.isKnown === true && found.values[0]?.toLowerCase() === value;
}

function inForceAs(config: ResolvedConfiguration, spelling: string) {
  const name = ownNameOf(spelling);
  return name && config.inForce(name);
}
