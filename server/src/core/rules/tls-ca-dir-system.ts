import { argumentAt } from './building-blocks/places.js';
import { explicitSetting, valueInForce } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const tlsCaDirSystem: Rule = {
  id: 'tls-ca-dir-system',
  summary: 'client certificates of every public authority are accepted',
  category: 'tls',
  severity: 'information',
  references: ['CWE-295', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  reads: ['tls-auth-clients', 'tls-ca-cert-dir', 'tls-ca-cert-file', 'exposure'],
  check: checkTlsCaDirSystem,
};

const SYSTEM_STORE =
  /^\/(?:etc\/ssl\/certs|etc\/pki\/(?:tls|ca-trust)|usr\/(?:local\/)?share\/ca-certificates)(?:\/|$)/;
/** A file in such a folder is the whole store only by one of these names. */
const BUNDLE = /\/(?:ca-certificates\.crt|ca-bundle(?:\.trust)?\.crt|tls-ca-bundle\.pem|cert\.pem)$/;

function* checkTlsCaDirSystem({ config }: RuleInput): Iterable<Problem> {
  if (config.exposure.tls === 'none' || valueInForce(config, 'tls-auth-clients') === 'no') return;
  for (const name of ['tls-ca-cert-dir', 'tls-ca-cert-file'] as const) {
    const authorities = explicitSetting(config, name);
    if (!authorities || !SYSTEM_STORE.test(authorities.text)) continue;
    if (name === 'tls-ca-cert-file' && !BUNDLE.test(authorities.text)) continue;
    yield {
      at: argumentAt(authorities.from),
      message:
        'These are the public authorities: anybody can get a certificate that is accepted here. Name a private one in "tls-ca-cert-file".',
    };
  }
}
