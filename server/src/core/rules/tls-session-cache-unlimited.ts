import { valueRule } from './value-rule.js';

export const tlsSessionCacheUnlimited = valueRule({
  id: 'tls-session-cache-unlimited',
  summary: 'the cache of TLS sessions grows without a limit',
  category: 'tls',
  severity: 'information',
  references: ['CWE-770', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  directive: 'tls-session-cache-size',
  when: ({ text }, { config }) => text === '0' && config.exposure.tls !== 'none',
  message:
    '"tls-session-cache-size 0" means no limit: sessions pile up until they expire. Remove the line for the default of 20480.',
  remedy: {
    unset: true,
    title: 'Remove the line (default 20480)',
    effect: 'speed',
    consequence: 'With more sessions than that some clients need a full handshake when they come back.',
  },
  also: ['exposure'],
});
