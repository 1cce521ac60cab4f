import assert from 'node:assert/strict';
import { createLoadCache } from '../../server/src/core/service.js';
import { checkTrial } from './check-trial.js';
import { FORMER_FINDS } from './finds.js';
import { GENERATORS } from './generators.js';
import { runFuzz } from './run-fuzz.js';

/** Enough to notice a step back; `npm run fuzz` looks for what is new. */
const INPUTS = 60;
const SEED = 20_261_127;

describe('whatever the text', () => {
  const cache = createLoadCache();

  for (const { what, trial } of FORMER_FINDS) {
    it(`holds where ${what}`, () => assert.ok(checkTrial(trial, cache)));
  }

  for (const generator of GENERATORS.keys()) {
    it(`holds what must hold: ${INPUTS} of ${generator}`, () => {
      const { inputs, find } = runFuzz(generator, SEED, INPUTS, cache);
      assert.equal(find && `${find.message}\n${JSON.stringify(find.trial, null, 2)}`, undefined);
      assert.equal(inputs, INPUTS);
    }).timeout(60_000);
  }
});
