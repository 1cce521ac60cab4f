import { requireCertificate } from './building-blocks/certificate-fix.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const tlsAuthClientsOptional: Rule = {
  id: 'tls-auth-clients-optional',
  summary: 'TLS clients may leave out their certificate',
  category: 'tls',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  reads: ['tls-auth-clients', 'exposure'],
  check: checkTlsAuthClientsOptional,
};

function* checkTlsAuthClientsOptional({ config }: RuleInput): Iterable<Problem> {
  const clients = explicitSetting(config, 'tls-auth-clients');
  if (clients?.lower !== 'optional' || config.exposure.tls === 'none') return;
  const at = argumentAt(clients.from);
  yield {
    at,
    message:
      'tls-auth-clients "optional" keeps out nobody: a client without a certificate is let in. Set it to "yes" when all have one.',
    fixes: () => [requireCertificate(at)],
  };
}
