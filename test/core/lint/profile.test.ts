import assert from 'node:assert/strict';
import type { Profile } from '../../../server/src/core/lint/profile.js';
import { netProtectedModeOff } from '../../../server/src/core/rules/net-protected-mode-off.js';
import { createService } from '../../../server/src/core/service.js';

function severities(text: string, profile: Profile, isOptIn = false): readonly string[] {
  const service = createService([{ ...netProtectedModeOff, isOptIn }]);
  const { findings } = service.lint({ path: '/etc/redis/redis.conf', file: service.parse(text), options: { profile } });
  return findings.map(({ severity }) => severity);
}

const OPEN = 'bind 0.0.0.0\nprotected-mode no\n';
const SHELTERED = 'bind 127.0.0.1\nprotected-mode no\n';

const cases: readonly (readonly [what: string, found: readonly string[], expected: readonly string[]])[] = [
  ['production judges by exposure', severities(OPEN, 'production'), ['error']],
  ['development is milder on loopback', severities(SHELTERED, 'development'), ['information']],
  ['development is not milder where strangers are', severities(OPEN, 'development'), ['error']],
  ['strict is as severe as production', severities(SHELTERED, 'strict'), ['warning']],
  ['a matter of taste is silent in production', severities(OPEN, 'production', true), []],
  ['a matter of taste is reported in strict', severities(OPEN, 'strict', true), ['error']],
];

describe('profiles', () => {
  for (const [what, found, expected] of cases) it(what, () => assert.deepEqual(found, expected));
});
