import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogFor, DIRECTIVE_NAMES } from '../../../server/src/core/directives/catalog.js';
import { NEWEST_REDIS } from '../../../server/src/core/directives/target.js';
import { createService } from '../../../server/src/core/service.js';
import { countedFixes } from '../../support/counted-fixes.js';
import { ROOT } from '../../support/fixtures.js';

const PATH = '/etc/redis/redis.conf';
const USERS = Array.from({ length: 50 }, (_, index) => `user app${index} on >app${index} ~* +@all\n`).join('');

/** Every directive with its default, as in the file that servers come with. */
function stockFile(): string {
  const { directive } = catalogFor(NEWEST_REDIS);
  return DIRECTIVE_NAMES.map((name) => `${name} ${directive(name)?.default || '""'}\n`).join('');
}

describe('the fixes of findings', () => {
  const texts: readonly (readonly [name: string, text: string])[] = [
    ['a stock file', stockFile()],
    ['the insecure example', readFileSync(path.join(ROOT, 'examples/insecure.conf'), 'utf8')],
    ['50 users', USERS],
  ];
  for (const [name, text] of texts) {
    it(`are not made while ${name} is linted`, () => {
      const { rules, made } = countedFixes();
      const service = createService(rules);
      const { findings } = service.lint({ path: PATH, file: service.parse(text) });
      assert.ok(findings.length > 0);
      assert.equal(made(), 0);
    });
  }

  it('are made once, for the finding that is asked alone', () => {
    const { rules, made } = countedFixes();
    const service = createService(rules);
    const { findings } = service.lint({ path: PATH, file: service.parse(USERS) });
    const found = findings.find(({ rule }) => rule === 'auth-password-weak');
    assert.equal(found?.fixable, 'review');
    assert.equal(found.fixes(), found.fixes());
    assert.equal(made(), 1);
  });
});
