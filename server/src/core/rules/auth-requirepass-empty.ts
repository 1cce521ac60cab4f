import { setPasswordFixes } from './building-blocks/password-fixes.js';
import { argumentAt } from './building-blocks/places.js';
import { severityByExposure } from './building-blocks/severity-by-exposure.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const authRequirepassEmpty: Rule = {
  id: 'auth-requirepass-empty',
  summary: 'requirepass is empty, which means no password',
  category: 'authentication',
  severity: 'error',
  references: ['CWE-258', 'CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  about: ['requirepass'],
  reads: ['requirepass', 'user', 'aclfile', 'users', 'exposure'],
  check: checkRequirepassEmpty,
};

function* checkRequirepassEmpty(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  const value = config.inForce('requirepass');
  if (!value?.from || !value.isKnown || value.from.args[0]?.value !== '') return;
  if (config.defaultUser.decidedBy !== 'requirepass') return;
  yield {
    at: argumentAt(value.from),
    message: `An empty "requirepass" means no password: whoever connects may run every command. Set a long random one.`,
    severity: severityByExposure(config.exposure),
    fixes: () => setPasswordFixes(input).slice(0, 1),
  };
}
