import assert from 'node:assert/strict';
import { idsByDirective, rulesReadingOf } from '../../../server/src/core/lint/rules-by-topic.js';
import { RULES } from '../../../server/src/core/rules/index.js';

const idsOf = (rules: readonly { readonly id: string }[]) => rules.map(({ id }) => id);

describe('rules by topic', () => {
  const rulesReading = rulesReadingOf(RULES);

  it('finds those that a change of a directive concerns, with those that read everything', () => {
    assert.deepEqual(idsOf(rulesReading('loglevel')), [
      'log-level-debug',
      'log-level-too-quiet',
      'log-level-verbose',
      'struct-duplicate',
      'struct-include-shadow',
    ]);
  });

  it('finds the one that reports a load problem among those that ask for it', () => {
    const found = idsOf(rulesReading('cluster-port-overflow'));
    assert.ok(found.includes('cluster-port-overflow') && found.includes('cluster-bus-exposed'));
  });

  it('finds each rule by each of its triggers, and no other', () => {
    for (const rule of RULES.filter(({ reads }) => reads !== 'everything')) {
      for (const trigger of rule.reads as Exclude<typeof rule.reads, 'everything'>) {
        assert.ok(rulesReading(trigger).includes(rule), `${rule.id} by ${trigger}`);
      }
    }
    for (const { id, reads } of rulesReading('deployment')) {
      assert.ok(reads === 'everything' || reads.includes('deployment'), id);
    }
  });

  it('names the rules that check the values of a directive', () => {
    assert.deepEqual(idsByDirective(RULES).get('tls-auth-clients'), [
      'tls-auth-clients-no',
      'tls-auth-clients-optional',
    ]);
  });
});
