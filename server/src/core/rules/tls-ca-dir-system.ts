import { lowerInForce } from './building-blocks/values-in-force.js';
import { valueRule } from './value-rule.js';

const SYSTEM_STORE =
  /^\/(?:etc\/ssl\/certs|etc\/pki\/(?:tls|ca-trust)|usr\/(?:local\/)?share\/ca-certificates)(?:\/|$)/;
/** A file in such a folder is the whole store only by one of these names. */
const BUNDLE = /\/(?:ca-certificates\.crt|ca-bundle(?:\.trust)?\.crt|tls-ca-bundle\.pem|cert\.pem)$/;

export const tlsCaDirSystem = valueRule({
  id: 'tls-ca-dir-system',
  summary: 'client certificates of every public authority are accepted',
  category: 'tls',
  severity: 'information',
  references: ['CWE-295', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  directive: ['tls-ca-cert-dir', 'tls-ca-cert-file'],
  when: ({ name, text }, { config }) =>
    SYSTEM_STORE.test(text) &&
    (name === 'tls-ca-cert-dir' || BUNDLE.test(text)) &&
    config.exposure.tls !== 'none' &&
    lowerInForce(config, 'tls-auth-clients') !== 'no',
  message:
    'These are the public authorities: anybody can get a certificate that is accepted here. Name a private one in "tls-ca-cert-file".',
  also: ['tls-auth-clients', 'exposure'],
});
