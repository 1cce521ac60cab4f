import assert from 'node:assert/strict';
import { describeWithServer, SERVER_UNDER_TEST } from '../support/with-real-server.js';
import { formatDisagreement, runDifferential } from './run-differential.js';

/** Enough to notice a step back; `npm run differential -- --cases 20000` looks for what is new. */
const CASES = process.env.CI === 'true' ? 300 : 100;
const SEED = 7;

describeWithServer('linter and server, on generated configurations', () => {
  it(`agree about ${CASES} of them`, async () => {
    const report = await runDifferential({ binary: SERVER_UNDER_TEST, cases: CASES, seed: SEED });
    assert.deepEqual(report.disagreements.map(formatDisagreement), []);
    assert.equal(report.agreements, CASES);
  });
});
