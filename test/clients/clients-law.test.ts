import assert from 'node:assert/strict';
import { IS_DEEP, inDeepTests } from '../support/deep.js';
import { targetOfBinary } from '../support/real-server.js';
import { describeWithTwoHosts, SERVER_UNDER_TEST } from '../support/with-real-server.js';
import type { Subject } from './fixed-trees.js';
import { joinedSubjects } from './joined-subjects.js';
import { formatFigures, formatViolations, type LawReport } from './law-report.js';
import { runLaw } from './run-law.js';
import { badFixtures, examples, pageExamples } from './subjects.js';

/** In deep tests also fixes for review and the pages' examples, and many more joined files; minutes. */
const JOINED = inDeepTests(1000, 60);
const SEED = 7;
const LONGEST_MS = inDeepTests(3_600_000, 180_000);
/** Of fixes that need no review; the others are of files that this server refuses before and after. */
const LEAST_PROVEN_SHARE = 0.75;

describeWithTwoHosts('the clients law, over every fix', () => {
  const holdsFor = async (subjects: readonly Subject[], withReviewed: boolean): Promise<LawReport> => {
    const report = await runLaw({ binary: SERVER_UNDER_TEST, subjects, withReviewed });
    console.log(`      ${formatFigures(report)}`);
    assert.deepEqual(formatViolations(report.violations), []);
    return report;
  };

  it('holds for bad fixtures and examples', async function () {
    this.timeout(LONGEST_MS);
    const subjects = [...badFixtures(), ...examples(), ...(IS_DEEP ? pageExamples() : [])];
    const { outcomes } = await holdsFor(subjects, IS_DEEP);
    const promised = [...outcomes].filter(([outcome]) => /^(?:none|safe): /.test(outcome));
    const count = (all: typeof promised) => all.reduce((sum, [, each]) => sum + each, 0);
    const share = count(promised.filter(([outcome]) => /proven|starts now/.test(outcome))) / count(promised);
    assert.ok(share >= LEAST_PROVEN_SHARE, `only ${Math.round(share * 100)} % of the fixes are proven`);
  });

  it(`holds for ${JOINED} files joined of them`, async function () {
    this.timeout(LONGEST_MS);
    const target = targetOfBinary(SERVER_UNDER_TEST);
    assert.ok(target);
    await holdsFor(joinedSubjects(badFixtures(), target, JOINED, SEED), false);
  });
});
