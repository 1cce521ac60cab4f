import assert from 'node:assert/strict';
import {
  completion,
  describeExposure,
  documentSymbols,
  hover,
  type LintResult,
} from '../../server/src/core/service.js';
import { CANARY, SHOWS_CANARY } from '../secrets/placements.js';

/** A text that holds the canary where a secret stands shows it nowhere. */
export function checkSecrets(result: LintResult, text: string): void {
  if (!text.includes(CANARY)) return;
  for (const [surface, shown] of surfaces(result)) assert.doesNotMatch(shown, SHOWS_CANARY, surface);
}

function* surfaces({ config, findings }: LintResult): Iterable<readonly [surface: string, shown: string]> {
  const { path, file } = config.root;
  for (const { rule, message, related, fixes } of findings) {
    yield [rule, message];
    for (const place of related) yield [`${rule}, a related place`, place.message];
    for (const { title, consequence = '' } of fixes) yield [`${rule}, a fix`, `${title} ${consequence}`];
  }
  yield ['symbols', JSON.stringify(documentSymbols(file))];
  yield ['status', describeExposure(config.exposure)];
  for (const [line, { text }] of file.lines.entries()) {
    if (!SHOWS_CANARY.test(text)) continue;
    for (const { index } of text.matchAll(/\S+/g)) {
      const place = { line, character: index + 1 };
      yield ['hover', JSON.stringify(hover(config, path, place) ?? null)];
      yield ['completion', JSON.stringify(completion(config, path, place).map(({ label, detail }) => [label, detail]))];
    }
  }
}
