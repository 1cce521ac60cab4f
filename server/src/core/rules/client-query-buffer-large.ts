import { above } from './building-blocks/amounts.js';
import { valueRule } from './value-rule.js';

export const clientQueryBufferLarge = valueRule({
  id: 'client-query-buffer-large',
  summary: 'a client may fill gigabytes with one unfinished command',
  category: 'resources',
  severity: 'warning',
  references: ['CWE-770', 'CVE-2021-32627'],
  dialects: ['server'],
  directive: 'client-query-buffer-limit',
  when: above(1024n ** 3n),
  message: ({ text }) =>
    `"client-query-buffer-limit ${text}" lets one client fill that much memory. Remove the line (default 1gb).`,
  remedy: {
    unset: true,
    title: 'Remove client-query-buffer-limit (default 1gb)',
    effect: 'access',
    consequence: 'Clients that send more than 1 GB in one command or pipeline are cut off.',
  },
});
