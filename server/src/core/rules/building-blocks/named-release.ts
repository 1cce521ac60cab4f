import { certaintyOf, type Told } from '../../config/told.js';
import type { Target } from '../../directives/target.js';
import type { RelatedPlace } from '../rule.js';

/**
 * Whether somebody or something names the release that runs: a guess may be older than it, and a tag that moves on says
 * nothing of today's.
 */
export function isReleaseNamed(target: Told<Target>): boolean {
  return certaintyOf(target) !== 'guessed' && !target.isFloating;
}

/** The line of another file that names it, if it is one. */
export function whereNamed({ by, at }: Told<Target>): readonly RelatedPlace[] {
  return at ? [{ at, message: by === 'chart' ? 'The chart names it here.' : 'The image is named here.' }] : [];
}
