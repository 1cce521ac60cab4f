import assert from 'node:assert/strict';
import { aclListOf } from '../../server/src/core/config/acl-list.js';
import { isRedisOrForkAtLeast, type Target } from '../../server/src/core/directives/target.js';
import { type Case, readCases, SERVERS, type Server, verdictOf } from '../conformance/cases.js';
import { loadCase } from '../conformance/run-case.js';

/** Before 7.2 the server names single commands in the order of a hash table: only which it names can be compared. */
const comparable = (lines: readonly string[], target: Target): readonly string[] =>
  isRedisOrForkAtLeast(target, '7.2') ? lines : lines.map((line) => line.split(' ').sort().join(' '));

describe('ACL LIST', () => {
  for (const server of SERVERS) {
    it(`is what ${server} prints`, () => {
      let compared = 0;
      for (const testCase of readCases()) {
        const printed = printedBy(testCase, server);
        if (!printed) continue;
        const config = loadCase(testCase, server);
        // Who was logged in to ask was left out of what was recorded.
        const [asker] = testCase.auth ?? [];
        const ours = aclListOf(config)?.filter((line) => asker === undefined || !line.startsWith(`user ${asker} `));
        assert.deepEqual(comparable(ours ?? [], config.target), comparable(printed, config.target), testCase.id);
        compared++;
      }
      assert.ok(compared > 50, `${compared} cases`);
    });
  }
});

function printedBy(testCase: Case, server: Server): readonly string[] | undefined {
  const verdict = verdictOf(testCase, server);
  return verdict?.ok ? verdict.acl : undefined;
}
