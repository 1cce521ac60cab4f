import { lifetimesOf } from '../../directives/catalog.js';
import { compareVersions, parseVersion } from '../../directives/target.js';
import type { Fix, RuleInput } from '../rule.js';

/**
 * A fix that writes what servers before `since` refuse. Where the target is a guess the server that runs may be one of
 * them, so a person has to decide. `what` completes "Redis before 6.2 refuses ...".
 */
export function writesSince(
  { targetCertainty }: Pick<RuleInput, 'targetCertainty'>,
  since: string,
  what: string,
  fix: Fix,
): Fix {
  if (targetCertainty !== 'guessed') return fix;
  const { title, edits } = fix;
  const warning = `Redis before ${since} refuses ${what}.`;
  return fix.consequence === undefined
    ? { title, edits, effect: 'access', consequence: warning }
    : { title, edits, effect: fix.effect, consequence: `${fix.consequence.slice(0, -1)}; ${warning}` };
}

/** The first Redis that knows a spelling, where an older one knows only the spelling that it takes the place of. */
export function sinceOfNewSpelling(spelling: string, old: string): string | undefined {
  const since = lifetimesOf(spelling)?.redis?.since;
  const oldSince = lifetimesOf(old)?.redis?.since;
  if (since === undefined || oldSince === undefined) return undefined;
  const [version, oldVersion] = [parseVersion(since), parseVersion(oldSince)];
  return version && oldVersion && compareVersions(version, oldVersion) > 0 ? since : undefined;
}
