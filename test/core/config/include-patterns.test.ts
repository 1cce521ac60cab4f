import assert from 'node:assert/strict';
import { expandPattern } from '../../../server/src/core/config/reading/glob.js';
import { PATTERN_FILES, PATTERNS } from '../../support/include-patterns.js';

describe('include with a pattern', () => {
  const listing = { status: 'found', names: PATTERN_FILES } as const;
  const reader = { listFolder: () => listing, readFile: () => ({ status: 'missing' }) as const };
  for (const [pattern, files] of PATTERNS) {
    it(`${pattern} reads ${files.join(' ') || 'nothing'}`, () => {
      const found = expandPattern(pattern, '/etc/redis', reader);
      assert.deepEqual(found, { status: 'found', paths: files.map((file) => `/etc/redis/${file}`) });
    });
  }

  it('does not look at more names than the budget allows', () => {
    const names = Array.from({ length: 150 }, (_, index) => `${index}`);
    const found = expandPattern('*/*/*', '/', { ...reader, listFolder: () => ({ status: 'found', names }) });
    assert.deepEqual(found, { status: 'unknown', reason: 'budget' });
  });
});
