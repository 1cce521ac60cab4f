import assert from 'node:assert/strict';
import { measureAgreement } from './agreement.js';
import { SERVERS } from './cases.js';
import { REASONS } from './reasons.js';

/** The share of verdicts that must agree; Redis 7.0.15 is the server that everybody can repeat this with. */
const VERDICT_GOAL = (server: string): number => (server.endsWith('redis-7.0.15') ? 1 : 0.995);
const VALUES_GOAL = 0.995;

describe('conformance with real servers', () => {
  const agreement = measureAgreement();

  for (const server of SERVERS) {
    describe(server, () => {
      it('starts where the server starts', () => {
        const { agree, of } = agreement.ofServer(server, 'verdict');
        assert.ok(agree / of >= VERDICT_GOAL(server), `${agree} of ${of}\n${differencesOf(server)}`);
      });

      it('names the line that the server names', () => {
        const { agree, of } = agreement.ofServer(server, 'line');
        assert.equal(agree, of, differencesOf(server));
      });

      it('knows the value in force', () => {
        const { agree, of } = agreement.ofServer(server, 'values');
        assert.ok(agree / of >= VALUES_GOAL, `${agree} of ${of}\n${differencesOf(server)}`);
      });
    });
  }

  it('has a reason for every difference, and no reason without one', () => {
    const differing = new Set(agreement.disagreements.map(({ id }) => id));
    assert.deepEqual([...differing].sort(), Object.keys(REASONS).sort());
  });

  function differencesOf(server: (typeof SERVERS)[number]): string {
    return agreement.disagreements
      .filter(({ servers }) => servers.includes(server))
      .map(({ id, difference }) => `${id}: ${difference}`)
      .join('\n');
  }
});
