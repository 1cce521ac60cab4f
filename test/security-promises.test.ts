import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './support/fixtures.js';

describe('SECURITY.md', () => {
  it('names tests that there are', () => {
    const named = readFileSync(path.join(ROOT, 'SECURITY.md'), 'utf8').match(/`test\/[\w./-]+`/g) ?? [];
    assert.ok(named.length > 20);
    assert.deepEqual(
      named.filter((name) => !existsSync(path.join(ROOT, name.slice(1, -1)))),
      [],
    );
  });
});
