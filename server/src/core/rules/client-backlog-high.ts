import { above } from './building-blocks/amounts.js';
import { valueRule } from './value-rule.js';

export const clientBacklogHigh = valueRule({
  id: 'client-backlog-high',
  summary: 'a longer queue of new connections than the kernel keeps',
  category: 'resources',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/develop/reference/clients/'],
  dialects: ['server'],
  isOptIn: true,
  directive: 'tcp-backlog',
  when: above(4096n),
  message: ({ text }) =>
    `The kernel cuts "tcp-backlog ${text}" down to net.core.somaxconn, mostly 4096. Raise that too, or use 511.`,
});
