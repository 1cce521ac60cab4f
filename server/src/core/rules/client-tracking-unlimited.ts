import { valueRule } from './value-rule.js';

export const clientTrackingUnlimited = valueRule({
  id: 'client-tracking-unlimited',
  summary: 'no limit on what is remembered for client-side caching',
  category: 'resources',
  severity: 'information',
  references: ['CWE-770', 'https://redis.io/docs/latest/develop/reference/client-side-caching/'],
  dialects: ['server'],
  directive: 'tracking-table-max-keys',
  when: '0',
  message:
    '"tracking-table-max-keys 0" is no limit: one client that tracks what it reads can fill the memory. Remove the line.',
  remedy: {
    unset: true,
    title: 'Remove the line (default 1000000)',
    effect: 'speed',
    consequence: 'Beyond a million tracked keys, clients are told to drop keys that did not change.',
  },
});
