import assert from 'node:assert/strict';
import { RENAMED_RULES } from '../../server/src/core/lint/renamed-rules.js';
import { RULES } from '../../server/src/core/rules/index.js';

describe('renamed rules', () => {
  it('lead from ids that no rule has to ids that one has', () => {
    const ids = new Set(RULES.map(({ id }) => id));
    assert.deepEqual(
      Object.entries(RENAMED_RULES).filter(([old, id]) => ids.has(old) || !ids.has(id)),
      [],
    );
  });
});
