import { valueRule } from './value-rule.js';

export const clusterReadsWhenDown = valueRule({
  id: 'cluster-reads-when-down',
  summary: 'a node answers from old data while the cluster is down',
  category: 'cluster',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  dialects: ['server'],
  directive: 'cluster-allow-reads-when-down',
  onlyWith: 'cluster-enabled',
  when: 'yes',
  message:
    'A node that lost the cluster keeps answering reads from data that is getting old. Set it to "no" unless that is meant.',
  remedy: { set: 'no', effect: 'access', consequence: 'Clients that read while the cluster is down are refused.' },
});
