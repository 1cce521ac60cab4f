import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { type DirectiveName, ownNameOf } from '../../directives/catalog.js';
import {
  type OpenVulnerability,
  VULNERABILITIES,
  type Vulnerability,
  vulnerabilitiesOf,
} from '../../directives/vulnerabilities.js';
import { canAnybodyRun } from './runnable-commands.js';

/** Directives whose values close a vulnerability. */
export const MITIGATING_SETTINGS: readonly DirectiveName[] = VULNERABILITIES.flatMap(
  ({ unlessSetting, onlyIfSetting, onlyIfSet }) =>
    [unlessSetting?.name, onlyIfSetting?.name, onlyIfSet].flatMap((name) => ownNameOf(name ?? '') ?? []),
);

/** What is published, fixed in a later release of the target's line, and not closed by this configuration. */
export function openVulnerabilities(config: ResolvedConfiguration): readonly OpenVulnerability[] {
  return vulnerabilitiesOf(config.target).filter(({ vulnerability }) => !isMitigated(config, vulnerability));
}

/** Fails open: what the configuration does not show to be closed counts as open. */
function isMitigated(config: ResolvedConfiguration, vulnerability: Vulnerability): boolean {
  const { commands, network, unlessSetting, onlyIfSetting, onlyIfSet } = vulnerability;
  const { listen } = config.exposure;
  if (commands && !canAnybodyRun(config, commands)) return true;
  if (network && (listen === 'loopback' || listen === 'none')) return true;
  if (unlessSetting && hasValue(config, unlessSetting.name, unlessSetting.value)) return true;
  if (onlyIfSetting && !hasValue(config, onlyIfSetting.name, onlyIfSetting.value)) return true;
  return onlyIfSet !== undefined && (settingOf(config, onlyIfSet)?.values[0] ?? '') === '';
}

function hasValue(config: ResolvedConfiguration, name: string, value: string): boolean {
  const setting = settingOf(config, name);
  return setting?.isKnown === true && setting.values[0]?.toLowerCase() === value;
}

function settingOf(config: ResolvedConfiguration, spelling: string) {
  const name = ownNameOf(spelling);
  return name && config.setting(name);
}
