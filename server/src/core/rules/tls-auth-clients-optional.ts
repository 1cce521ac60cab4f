import { REQUIRE_CERTIFICATE } from './building-blocks/certificate-remedy.js';
import { valueRule } from './value-rule.js';

export const tlsAuthClientsOptional = valueRule({
  id: 'tls-auth-clients-optional',
  summary: 'TLS clients may leave out their certificate',
  category: 'tls',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  directive: 'tls-auth-clients',
  when: ({ lower }, { config }) => lower === 'optional' && config.exposure.tls !== 'none',
  message:
    '"tls-auth-clients optional" keeps nobody out: a client without a certificate is let in. Set it to "yes" when all have one.',
  remedy: REQUIRE_CERTIFICATE,
  also: ['exposure'],
});
