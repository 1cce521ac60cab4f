import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const authTlsCertUserNoCaScope: Rule = {
  id: 'auth-tls-cert-user-no-ca-scope',
  summary: 'client certificates log in by their name, whoever of the trusted authorities issued them',
  category: 'authentication',
  severity: 'information',
  references: ['CWE-295', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  dialects: ['server'],
  reads: ['tls-auth-clients-user', 'exposure'],
  check: checkTlsCertUser,
};

function* checkTlsCertUser({ config }: RuleInput): Iterable<Problem> {
  const field = explicitSetting(config, 'tls-auth-clients-user');
  if (!field || field.lower === 'off' || config.exposure.tls === 'none') return;
  const word = field.from.args[0]?.raw ?? '';
  yield {
    at: argumentAt(field.from),
    message: `"${word}" logs clients in by what their certificate says. Trust one private authority only, and keep the server up to date.`,
  };
}
