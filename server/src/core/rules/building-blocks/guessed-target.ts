import { lifetimesOf } from '../../directives/catalog.js';
import {
  compareVersions,
  formatTarget,
  NEWEST_PATCH,
  parseVersion,
  type Target,
  version,
} from '../../directives/target.js';
import type { Fix, RuleInput } from '../rule.js';

type Certainty = Pick<RuleInput, 'targetCertainty'>;

/** The oldest server that was measured: an older one is hardly what a file without any hint is for. */
const OLDEST: Target = { product: 'redis', version: version(6, 2, NEWEST_PATCH) };

/**
 * A fix that writes what servers before `since` refuse. Where the target is a guess the server that runs may be one of
 * them, so a person has to decide. `what` completes "Redis before 6.2 refuses ...".
 */
export function writesSince(input: Certainty, since: string, what: string, fix: Fix): Fix {
  return input.targetCertainty === 'guessed' ? withWarning(fix, `Redis before ${since} refuses ${what}.`) : fix;
}

/** The same where it is not known since when servers take what is written, but only whether the oldest one does. */
export function writesForOldest(input: Certainty, isTakenBy: (oldest: Target) => boolean, fix: Fix): Fix {
  const mayBeRefused = input.targetCertainty === 'guessed' && !isTakenBy(OLDEST);
  return mayBeRefused ? withWarning(fix, `${formatTarget(OLDEST)} refuses it.`) : fix;
}

function withWarning(fix: Fix, warning: string): Fix {
  const { title, edits } = fix;
  return fix.consequence === undefined
    ? { title, edits, effect: 'access', consequence: warning }
    : { title, edits, effect: fix.effect, consequence: `${fix.consequence.slice(0, -1)}; ${warning}` };
}

/** The first Redis that knows a spelling, where an older one knows only the spelling that it takes the place of. */
export function sinceOfNewSpelling(spelling: string, old: string): string | undefined {
  const since = lifetimesOf(spelling)?.redis?.since;
  const oldSince = lifetimesOf(old)?.redis?.since;
  if (since === undefined || oldSince === undefined) return undefined;
  const [first, oldFirst] = [parseVersion(since), parseVersion(oldSince)];
  return first && oldFirst && compareVersions(first, oldFirst) > 0 ? since : undefined;
}
