import { valueRule } from './value-rule.js';

export const clusterFullCoverageNo = valueRule({
  id: 'cluster-full-coverage-no',
  summary: 'a cluster that goes on with a part of its keys missing',
  category: 'cluster',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  dialects: ['server'],
  isOptIn: true,
  directive: 'cluster-require-full-coverage',
  onlyWith: 'cluster-enabled',
  when: 'no',
  message:
    'With slots missing the cluster still serves the others. Make sure that applications cope with the loss of some keys.',
});
