import { valueRule } from './value-rule.js';

/** The stock files of all versions say 16: nobody meant anything by it. */
const STOCK = '16';

export const clusterDatabases = valueRule({
  id: 'cluster-databases',
  summary: 'more databases than a cluster has',
  category: 'cluster',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  dialects: ['server'],
  directive: 'databases',
  onlyWith: 'cluster-enabled',
  when: ({ text }) => !['0', '1', STOCK].includes(text),
  message: ({ text }, { config }) =>
    `A cluster does not use "databases ${text}": SELECT finds database 0 alone. ${config.catalog.directive('cluster-databases') ? 'Set "cluster-databases" instead' : 'Remove the line'}.`,
  remedy: { unset: true, effect: 'safe' },
  tags: ['unnecessary'],
});
