import { refusalRule } from './refusal-rule.js';

/** No fix: only its owner knows where the file is. */
export const tlsCertMissing = refusalRule({
  id: 'tls-cert-missing',
  summary: 'TLS is on and no certificate is named',
  category: 'tls',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  codes: ['tls-certificate-missing'],
  message: ({ neededBy }) =>
    `"${neededBy}" switches TLS on, which needs a certificate: the server refuses to start. Name its file in "tls-cert-file".`,
});
