import { REQUIRE_CERTIFICATE } from './building-blocks/certificate-remedy.js';
import { valueRule } from './value-rule.js';

export const tlsAuthClientsNo = valueRule({
  id: 'tls-auth-clients-no',
  summary: 'TLS clients need no certificate',
  category: 'tls',
  severity: 'warning',
  references: ['CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  directive: 'tls-auth-clients',
  when: ({ lower }, { config }) => lower === 'no' && config.exposure.tls !== 'none',
  message: (_, { config }) =>
    config.exposure.auth === 'open'
      ? '"tls-auth-clients no" lets everybody in, because no password is set either. Set it to "yes", or set a password.'
      : 'With "tls-auth-clients no" only the password keeps strangers out. Set it to "yes" if your clients can have certificates.',
  severityOf: ({ config }) => (config.exposure.auth === 'open' ? 'warning' : 'information'),
  remedy: (_, { config }) =>
    config.inForce('tls-ca-cert-file')?.from || config.inForce('tls-ca-cert-dir')?.from ? [REQUIRE_CERTIFICATE] : [],
  also: ['tls-ca-cert-file', 'tls-ca-cert-dir', 'exposure'],
});
