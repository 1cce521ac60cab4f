import { above } from './building-blocks/amounts.js';
import { valueRule } from './value-rule.js';

export const clientMaxclientsHigh = valueRule({
  id: 'client-maxclients-high',
  summary: 'more connections than the operating system gives',
  category: 'resources',
  severity: 'information',
  references: ['CWE-770'],
  dialects: ['server'],
  directive: 'maxclients',
  when: above(65_000n),
  message: ({ text }) =>
    `"maxclients ${text}" needs as many open files, or the server lowers it at start. Raise LimitNOFILE too, or use 10000.`,
});
