import { above } from './building-blocks/amounts.js';
import { valueRule } from './value-rule.js';

export const clientProtoMaxBulkLarge = valueRule({
  id: 'client-proto-max-bulk-large',
  summary: 'single values beyond half a gigabyte are allowed',
  category: 'resources',
  severity: 'warning',
  references: ['CWE-770', 'CVE-2021-41099'],
  dialects: ['server'],
  directive: 'proto-max-bulk-len',
  when: above(512n * 1024n ** 2n),
  message: ({ text }) => `"proto-max-bulk-len ${text}" allows huge single values. Remove the line (default 512mb).`,
  remedy: {
    unset: true,
    title: 'Remove proto-max-bulk-len (default 512mb)',
    effect: 'access',
    consequence: 'Clients that send or append to values of more than 512 MB are refused.',
  },
});
