import { refusalRule } from './refusal-rule.js';

/** No fix: only its owner knows where the file is. */
export const tlsCaMissing = refusalRule({
  id: 'tls-ca-missing',
  summary: 'certificates are to be checked but no CA is set',
  category: 'tls',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  codes: ['tls-ca-missing'],
  message: ({ neededBy }) =>
    `"${neededBy}" switches TLS on, but no CA is set: the server refuses to start. Set "tls-ca-cert-file".`,
});
