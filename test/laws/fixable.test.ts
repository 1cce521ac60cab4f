import assert from 'node:assert/strict';
import { RULES } from '../../server/src/core/rules/index.js';
import { needsReview } from '../../server/src/core/service.js';
import { fixturesOf, lintWith } from '../support/fixtures.js';

describe('what a finding tells of its fixes', () => {
  it('is what is made, in every fixture', () => {
    for (const rule of RULES) {
      for (const { name, text } of fixturesOf(rule.id)) {
        const told = lintWith(rule, name, text).map(({ fixable }) => fixable);
        const made = lintWith(rule, name, text).map(({ fixes }) => {
          const [first] = fixes();
          return first && (needsReview(first.effect) ? 'review' : 'safe');
        });
        assert.deepEqual(told, made, `${rule.id} ${name}`);
      }
    }
  });
});
