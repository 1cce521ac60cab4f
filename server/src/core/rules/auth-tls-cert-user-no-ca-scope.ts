import { valueRule } from './value-rule.js';

export const authTlsCertUserNoCaScope = valueRule({
  id: 'auth-tls-cert-user-no-ca-scope',
  summary: 'client certificates log in by their name, whichever trusted authority issued them',
  category: 'authentication',
  severity: 'information',
  references: ['CWE-295', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  dialects: ['server'],
  directive: 'tls-auth-clients-user',
  when: ({ lower }, { config }) => lower !== 'off' && config.exposure.tls !== 'none',
  message: ({ from }) =>
    `"${from.args[0]?.raw ?? ''}" logs clients in by the name in their certificate. Trust one private authority only, and keep the server up to date.`,
  also: ['exposure'],
});
