import type { Location, Occurrence } from '../config/occurrence.js';
import type { DirectiveName } from '../directives/catalog.js';
import { argumentAt } from './building-blocks/places.js';
import { fixBy, type Remedy } from './building-blocks/remedy.js';
import { type ExplicitValue, explicitValue, isOn } from './building-blocks/values-in-force.js';
import type { Problem, Rule, RuleHeader, RuleInput, Severity, Trigger } from './rule.js';

/** A line sets a directive to a value that is dangerous, or has no effect. */
export interface ValueRule extends RuleHeader {
  readonly directive: DirectiveName | readonly DirectiveName[];
  /** A yes/no directive without which the value matters to nobody. */
  readonly onlyWith?: DirectiveName;
  /** The dangerous words, in lower case; or whether a value is dangerous. */
  readonly when: string | readonly string[] | ((value: ExplicitValue, input: RuleInput) => boolean);
  readonly message: string | ((value: ExplicitValue, input: RuleInput) => string);
  /** `severity` where it is missing. */
  readonly severityOf?: (input: RuleInput, value: ExplicitValue) => Severity;
  /** Where the finding stands on the line; at the value where it is missing. */
  readonly at?: (from: Occurrence, value: ExplicitValue) => Location;
  readonly remedy?: Remedy | ((value: ExplicitValue, input: RuleInput) => readonly Remedy[]);
  readonly tags?: Problem['tags'];
  /** What its functions read besides. */
  readonly also?: readonly Trigger[];
}

/** Makes the rule: this line says this, which means that; say this instead. */
export function valueRule(rule: ValueRule): Rule {
  const {
    directive,
    onlyWith,
    when,
    message,
    severityOf,
    at = valueOn,
    remedy,
    tags = [],
    also = [],
    ...header
  } = rule;
  const about = [directive].flat();
  const isDangerous = typeof when === 'function' ? when : ({ lower }: ExplicitValue) => [when].flat().includes(lower);
  return {
    ...header,
    about,
    needs: about,
    reads: [...about, ...(onlyWith ? [onlyWith] : []), ...also],
    *check(input) {
      if (onlyWith && !isOn(input.config, onlyWith)) return;
      for (const name of about) {
        const value = explicitValue(input.config, name);
        if (!value || !isDangerous(value, input)) continue;
        yield {
          at: at(value.from, value),
          message: typeof message === 'string' ? message : message(value, input),
          severity: severityOf?.(input, value) ?? header.severity,
          fixes: () => remediesOf(remedy, value, input).map((each) => fixBy(each, value, input)),
          tags,
        };
      }
    },
  };
}

const valueOn = (from: Occurrence): Location => argumentAt(from);

function remediesOf(remedy: ValueRule['remedy'], value: ExplicitValue, input: RuleInput): readonly Remedy[] {
  if (remedy === undefined) return [];
  return typeof remedy === 'function' ? remedy(value, input) : [remedy];
}
