import type { Occurrence, ValueInForce } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import type { DirectiveName } from '../../directives/catalog.js';
import { textOfBytes } from '../../syntax/bytes.js';

/** A value in force that a line of the configuration decides. */
export interface ExplicitValue extends ValueInForce {
  readonly from: Occurrence;
  /** The first value as text, and in lower case: what enums and booleans are compared by. */
  readonly text: string;
  readonly lower: string;
}

/** The value in force, where a line that the target accepts decides it and no template placeholder leaves it open. */
export function explicitValue(config: ResolvedConfiguration, name: DirectiveName): ExplicitValue | undefined {
  const value = config.inForce(name);
  if (value?.from?.shown === undefined || !value.isKnown) return undefined;
  const text = textOfBytes(value.values[0] ?? '');
  return { ...value, from: value.from, text, lower: text.toLowerCase() };
}

/** The value in force, by line or by default, in lower case; undefined where the target has none or it is unknown. */
export function lowerInForce(config: ResolvedConfiguration, name: DirectiveName): string | undefined {
  const value = config.inForce(name);
  return value?.isKnown ? textOfBytes(value.values[0] ?? '').toLowerCase() : undefined;
}

/** Whether a yes/no directive is on, by line or by default. */
export function isOn(config: ResolvedConfiguration, name: DirectiveName): boolean {
  return lowerInForce(config, name) === 'yes';
}

/** Whether a yes/no directive is on, or may be, as far as can be known: nothing is claimed of what needs it off. */
export function mayBeOn(config: ResolvedConfiguration, name: DirectiveName): boolean {
  return isOn(config, name) || config.inForce(name)?.isKnown === false;
}

/** Whether it is known that the server writes no snapshot by itself. */
export function takesNoSnapshots(config: ResolvedConfiguration): boolean {
  const save = config.inForce('save');
  return save?.isKnown === true && save.values.every((value) => value === '');
}
