import { refusalRule } from './refusal-rule.js';

/** No fix: only its owner knows where the file is. */
export const tlsKeyMissing = refusalRule({
  id: 'tls-key-missing',
  summary: 'TLS is on and no private key is named',
  category: 'tls',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  codes: ['tls-key-missing'],
  message: ({ neededBy }) =>
    `"${neededBy}" switches TLS on, which needs a private key: the server refuses to start. Name its file in "tls-key-file".`,
});
