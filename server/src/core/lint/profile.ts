import type { Exposure } from '../config/meaning/exposure.js';
import type { Category, Rule, Severity } from '../rules/rule.js';

/**
 * - production: the default
 * - development: what only matters to strangers is milder on loopback and in containers
 * - strict: also the checks that are a matter of taste
 */
export type Profile = 'production' | 'development' | 'strict';

/** Every profile, as people write them. */
export const PROFILES: readonly Profile[] = ['production', 'development', 'strict'];

/** What is about strangers: harmless where there are none. */
const ABOUT_STRANGERS: ReadonlySet<Category> = new Set<Category>([
  'authentication',
  'network',
  'tls',
  'commands',
  'resources',
  'deployment',
]);
const MILDER: Readonly<Record<Severity, Severity>> = {
  error: 'warning',
  warning: 'information',
  information: 'hint',
  hint: 'hint',
};

/** Whether a rule runs in a profile. */
export function isInProfile(rule: Rule, profile: Profile): boolean {
  return !rule.isOptIn || profile === 'strict';
}

/** The severity in a profile of a finding that does not keep the server from starting. */
export function severityInProfile(rule: Rule, severity: Severity, exposure: Exposure, profile: Profile): Severity {
  if (profile !== 'development' || !ABOUT_STRANGERS.has(rule.category)) return severity;
  const isSheltered = exposure.listen === 'loopback' || exposure.listen === 'none' || exposure.container !== 'no';
  return isSheltered ? MILDER[severity] : severity;
}

/** The severity where it only looks like a container: what shelters a container may shelter this too. */
export function severityInContainer(rule: Rule, severity: Severity, { container }: Exposure): Severity {
  return rule.isMilderInContainer && container === 'guessed' ? MILDER[severity] : severity;
}
