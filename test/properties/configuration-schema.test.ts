import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import fc from 'fast-check';
import { parseConfigurationFile } from '../../server/src/core/lint/project-configuration/parse-configuration-file.js';
import { RULES } from '../../server/src/core/rules/index.js';
import { ROOT } from '../support/fixtures.js';

const RULE_IDS = RULES.map(({ id }) => id);

/** Values that are right somewhere, and wrong elsewhere. */
const value: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    'redis-7.2',
    'valkey',
    'Redis 7',
    'redis-7.3',
    'redis-99',
    'valkey:9.2.1',
    'redis-8.10',
    'redis-next',
    'strict',
    'lax',
    'cache',
    'off',
    'error',
    'fatal',
    '**/*.conf',
    '',
  ),
  fc.constantFrom(null, true, 7),
  fc.array(fc.constantFrom('a.conf', 'dev/**', '!a.conf', '+(a).conf', 'a{1..3}', 'a{b,c}'), { maxLength: 2 }),
  fc.dictionary(
    fc.constantFrom('net-bind-all', 'auth-missing', 'no-such-rule'),
    fc.constantFrom('off', 'hint', 'fatal', 1),
  ),
);
const names = [
  '$schema',
  'extends',
  'ignore',
  'target',
  'profile',
  'role',
  'rules',
  'knownDirectives',
  'files',
  'other',
] as const;
const choices = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 });
const document = fc.oneof(
  choices,
  fc.tuple(choices, fc.array(choices, { maxLength: 2 })).map(([top, overrides]) => ({ ...top, overrides })),
  value,
);

describe('the schema of .redis-conf-lint.json', () => {
  const schema: object = JSON.parse(readFileSync(path.join(ROOT, 'schemas/redis-conf-lint.schema.json'), 'utf8'));
  const validate = new Ajv({ strict: false }).compile(schema);

  it('accepts and refuses exactly what the linter does', () => {
    let accepted = 0;
    fc.assert(
      fc.property(document, (content) => {
        const { problems } = parseConfigurationFile(JSON.stringify(content), RULE_IDS);
        if (problems.length === 0) accepted++;
        assert.equal(validate(content), problems.length === 0, JSON.stringify({ content, problems }));
      }),
      { numRuns: 3000, seed: 7 },
    );
    assert.ok(accepted > 100, 'both kinds were tried');
  });
});
