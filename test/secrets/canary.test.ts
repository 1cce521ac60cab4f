import assert from 'node:assert/strict';
import { IS_DEEP, inDeepTests } from '../support/deep.js';
import { CANARY, type Placement, placements, SHOWS_CANARY } from './placements.js';
import { isShownByKind } from './shown-by-kind.js';
import { SLIPS } from './slips.js';
import { lintPlacement, surfaces } from './surfaces.js';

/** In deep tests all placements, an hour of one processor; else every so manieth, which takes seconds. */
const STEP = inDeepTests(1, 223);
/** Of a test that looks at too little nobody hears. */
const FEWEST = 400;

describe('a password in the wrong place shows nowhere:', () => {
  for (const { what, name, text } of SLIPS) {
    it(what, () => assert.deepEqual(leaksOf({ fixture: { rule: '', name }, way: what, text, line: lineOf(text) }), []));
  }

  it('any place of any fixture', function () {
    this.timeout(0);
    const counts = { placements: 0, shownByKind: 0 };
    const leaks: string[] = [];
    let nth = 0;
    for (const placement of placements()) {
      if (nth++ % STEP !== 0) continue;
      counts.placements++;
      const found = leaksOf(placement);
      if (found === undefined) counts.shownByKind++;
      else leaks.push(...found);
    }
    if (IS_DEEP) console.log(counts);
    assert.deepEqual(leaks, []);
    assert.ok(counts.placements > FEWEST && counts.shownByKind < counts.placements / 5, JSON.stringify(counts));
  });
});

const lineOf = (text: string): number => text.slice(0, text.indexOf(CANARY)).split('\n').length - 1;

/** Where the canary is seen; undefined where it stands in a place that may be shown. */
function leaksOf(placement: Placement): readonly string[] | undefined {
  const result = lintPlacement(placement);
  if (isShownByKind(placement, result)) return undefined;
  const { fixture, way, line, text } = placement;
  const seen = [...surfaces(result, line)].filter(([, shown]) => SHOWS_CANARY.test(shown));
  return seen.map(([surface, shown]) => {
    const where = shown.split('\n').find((row) => SHOWS_CANARY.test(row)) ?? '';
    return `${surface}: ${where.trim().slice(0, 160)} <- ${way}, ${fixture.rule}/${fixture.name}: ${text.split('\n')[line]}`;
  });
}
