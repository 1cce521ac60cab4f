import { valueRule } from './value-rule.js';

export const clusterReplicaValidityZero = valueRule({
  id: 'cluster-replica-validity-zero',
  summary: 'a replica with old data may become the primary',
  category: 'cluster',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  dialects: ['server'],
  directive: 'cluster-replica-validity-factor',
  onlyWith: 'cluster-enabled',
  when: '0',
  message: ({ from }) =>
    `"${from.directive.name.raw} 0" promotes a replica however old its data is. Use 10 unless uptime matters more than data.`,
});
