import assert from 'node:assert/strict';
import { idsByDirective } from '../../../server/src/core/lint/rules-by-topic.js';
import { RULES } from '../../../server/src/core/rules/index.js';

describe('rules by topic', () => {
  it('names the rules that check the values of a directive', () => {
    assert.deepEqual(idsByDirective(RULES).get('tls-auth-clients'), [
      'tls-auth-clients-no',
      'tls-auth-clients-optional',
    ]);
  });
});
