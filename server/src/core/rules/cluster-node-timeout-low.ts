import { below } from './building-blocks/amounts.js';
import { valueRule } from './value-rule.js';

export const clusterNodeTimeoutLow = valueRule({
  id: 'cluster-node-timeout-low',
  summary: 'a short pause makes the cluster fail over',
  category: 'cluster',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  dialects: ['server'],
  directive: 'cluster-node-timeout',
  onlyWith: 'cluster-enabled',
  when: below(2000n),
  message: ({ text }) => `"cluster-node-timeout ${text}" takes a snapshot's pause for a failure. Use 5000 ms or more.`,
});
