import assert from 'node:assert/strict';
import { ALL_CAPABILITIES, type Capability, has } from '../../server/src/core/directives/capabilities.js';
import { RELEASE_LINES } from '../../server/src/core/directives/release-lines.js';
import { parseTarget, type Target } from '../../server/src/core/directives/target.js';

const target = (text: string): Target => parseTarget(text) ?? assert.fail(text);
const TARGETS = (['redis', 'valkey'] as const).flatMap((product) =>
  RELEASE_LINES[product].map((line) => target(`${product} ${line}`)),
);

describe('what a server does', () => {
  const cases: readonly (readonly [capability: Capability, without: string, withIt: string])[] = [
    ['acl-users', 'redis 5.0', 'redis 6.0'],
    ['acl-channels', 'redis 6.0', 'valkey 7.2'],
    ['acl-selectors', 'redis 6.2.16', 'redis 7.0.0'],
    ['acl-databases', 'redis 8.6', 'valkey 9.1'],
    ['unknown-names-kept', 'valkey 9.1', 'redis 8.0'],
    ['snapshot-connection', 'valkey 7.2', 'valkey 8.0'],
  ];
  for (const [capability, without, withIt] of cases) {
    it(`has ${capability} in ${withIt}, and not in ${without}`, () => {
      assert.ok(has(target(withIt), capability));
      assert.ok(!has(target(without), capability));
    });
  }

  it('differs between servers: what all do, or none, needs no name', () => {
    assert.deepEqual(
      ALL_CAPABILITIES.filter((each) => new Set(TARGETS.map((one) => has(one, each))).size < 2),
      [],
    );
  });
});
