import assert from 'node:assert/strict';
import type { LintResult } from '../../server/src/core/service.js';
import { CANARY, SHOWS_CANARY } from '../secrets/placements.js';
import { surfaces } from '../secrets/surfaces.js';

/** A text that holds the canary where a secret stands shows it nowhere. */
export function checkSecrets(result: LintResult, text: string): void {
  // A file that is there by such a name is called by it.
  if (!text.includes(CANARY) || result.config.files.some(({ path }) => path.includes(CANARY))) return;
  const line = text.slice(0, text.indexOf(CANARY)).split('\n').length - 1;
  for (const [surface, shown] of surfaces(result, line)) assert.doesNotMatch(shown, SHOWS_CANARY, surface);
}
