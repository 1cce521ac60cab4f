import assert from 'node:assert/strict';
import { type Placement, placements, SHOWS_CANARY } from './placements.js';
import { isShownByKind } from './shown-by-kind.js';
import { lintPlacement, surfaces } from './surfaces.js';

const IS_DEEP = process.env.DEEP === '1';
/** Of all placements every so manieth, another one in each fixture. */
const STEP = IS_DEEP ? 1 : Number(process.env.CANARY_STEP ?? 97);

describe('a canary in any place of any fixture', () => {
  it('shows nowhere', function () {
    this.timeout(0);
    const counts = { placements: 0, byKind: 0, shown: 0 };
    const shown = new Map<string, string[]>();
    let nth = 0;
    for (const placement of placements()) {
      if (nth++ % STEP !== 0) continue;
      counts.placements++;
      const result = lintPlacement(placement);
      const leaks = leaksOf(placement, result);
      if (leaks === undefined) counts.byKind++;
      else if (leaks.length > 0) counts.shown++;
      for (const [surface, text] of leaks ?? []) shown.set(surface, [...(shown.get(surface) ?? []), text]);
    }
    console.log(nth, counts);
    for (const [surface, texts] of shown)
      console.log(surface, texts.length, texts.slice(0, Number(process.env.CANARY_SHOW ?? 2)));
    assert.equal(counts.shown, 0);
  });
});

function leaksOf(placement: Placement, result: ReturnType<typeof lintPlacement>) {
  if (isShownByKind(placement, result)) return undefined;
  return [...surfaces(result)]
    .filter(([, text]) => SHOWS_CANARY.test(text))
    .map(([surface, text]) => {
      const line = text.split('\n').find((l) => SHOWS_CANARY.test(l)) ?? '';
      return [
        surface,
        `${placement.fixture.rule}/${placement.fixture.name} ${placement.way} | ${placement.text.split('\n')[placement.line]} | ${line.slice(0, 200)}`,
      ] as const;
    });
}
