import assert from 'node:assert/strict';
import { aclListOf } from '../../server/src/core/answers/acl-list.js';
import { type Case, readCases, SERVERS, type Server, verdictOf } from '../conformance/cases.js';
import { loadCase } from '../conformance/run-case.js';
import { comparableAclList } from '../support/comparable-acl-list.js';

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
        const { target } = config;
        assert.deepEqual(comparableAclList(ours ?? [], target), comparableAclList(printed, target), testCase.id);
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
