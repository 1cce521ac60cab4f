import { requireCertificate } from './building-blocks/certificate-fix.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const tlsAuthClientsNo: Rule = {
  id: 'tls-auth-clients-no',
  summary: 'TLS clients need no certificate',
  category: 'tls',
  severity: 'warning',
  references: ['CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  reads: ['tls-auth-clients', 'tls-ca-cert-file', 'tls-ca-cert-dir', 'exposure'],
  check: checkTlsAuthClientsNo,
};

function* checkTlsAuthClientsNo({ config }: RuleInput): Iterable<Problem> {
  const clients = explicitSetting(config, 'tls-auth-clients');
  const { auth, tls } = config.exposure;
  if (clients?.lower !== 'no' || tls === 'none') return;
  const at = argumentAt(clients.from);
  const hasAuthority = config.setting('tls-ca-cert-file')?.from ?? config.setting('tls-ca-cert-dir')?.from;
  yield {
    at,
    message:
      auth === 'open'
        ? 'tls-auth-clients "no" lets everybody in, as no password is set either. Set it to "yes", or set a password.'
        : 'tls-auth-clients "no" leaves the password as the only lock. Set it to "yes" if your clients can have certificates.',
    severity: auth === 'open' ? 'warning' : 'information',
    fixes: () => (hasAuthority ? [requireCertificate(at)] : []),
  };
}
