import type { Occurrence, Setting } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import type { DirectiveName } from '../../directives/catalog.js';
import { textOfBytes } from '../../syntax/bytes.js';

/** A setting that a line of the configuration decides. */
export interface ExplicitSetting extends Setting {
  readonly from: Occurrence;
  /** The first value as text, and in lower case: what enums and booleans are compared by. */
  readonly text: string;
  readonly lower: string;
}

/** The setting, where a line that the target accepts decides it and no template placeholder leaves it open. */
export function explicitSetting(config: ResolvedConfiguration, name: DirectiveName): ExplicitSetting | undefined {
  const setting = config.setting(name);
  if (setting?.from?.shown === undefined || !setting.isKnown) return undefined;
  const text = textOfBytes(setting.values[0] ?? '');
  return { ...setting, from: setting.from, text, lower: text.toLowerCase() };
}

/** The value in force, by line or by default, in lower case; undefined where the target has none or it is unknown. */
export function valueInForce(config: ResolvedConfiguration, name: DirectiveName): string | undefined {
  const setting = config.setting(name);
  return setting?.isKnown ? textOfBytes(setting.values[0] ?? '').toLowerCase() : undefined;
}

/** Whether a yes/no directive is on, by line or by default. */
export function isOn(config: ResolvedConfiguration, name: DirectiveName): boolean {
  return valueInForce(config, name) === 'yes';
}

/** Whether a yes/no directive is on, or may be, as far as can be known: nothing is claimed of what needs it off. */
export function mayBeOn(config: ResolvedConfiguration, name: DirectiveName): boolean {
  return isOn(config, name) || config.setting(name)?.isKnown === false;
}

/** Whether it is known that the server writes no snapshot by itself. */
export function takesNoSnapshots(config: ResolvedConfiguration): boolean {
  const save = config.setting('save');
  return save?.isKnown === true && save.values.every((value) => value === '');
}
