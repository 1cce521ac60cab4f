import { above } from './building-blocks/amounts.js';
import { valueRule } from './value-rule.js';

export const hzHigh = valueRule({
  id: 'hz-high',
  summary: 'background work that runs more often than it helps',
  category: 'resources',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency/'],
  dialects: ['server'],
  isOptIn: true,
  directive: 'hz',
  when: above(100n),
  message: ({ text }) =>
    `With "hz ${text}" background work wakes the server more than 100 times a second. Use 10 and "dynamic-hz yes".`,
});
