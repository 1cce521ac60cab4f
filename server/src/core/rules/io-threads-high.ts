import { above } from './building-blocks/amounts.js';
import { valueRule } from './value-rule.js';

export const ioThreadsHigh = valueRule({
  id: 'io-threads-high',
  summary: 'more I/O threads than most machines have cores',
  category: 'resources',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency/'],
  dialects: ['server'],
  isOptIn: true,
  directive: 'io-threads',
  when: above(16n),
  message: ({ text }) =>
    `"io-threads ${text}" is slower than fewer, unless the machine has more cores than that. Use at most half of its cores.`,
});
