import { below } from './building-blocks/amounts.js';
import { valueRule } from './value-rule.js';

const FEWEST = 100n;

export const clientMaxclientsLow = valueRule({
  id: 'client-maxclients-low',
  summary: 'so few connections that a handful of clients lock everybody out',
  category: 'resources',
  severity: 'warning',
  references: ['CWE-770'],
  dialects: ['server'],
  directive: 'maxclients',
  when: below(FEWEST),
  message: ({ text }) =>
    `"maxclients ${text}" is used up by a few connection pools, your own login included. Allow at least ${FEWEST}.`,
});
