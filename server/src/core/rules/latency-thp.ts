import { valueRule } from './value-rule.js';

export const latencyThp = valueRule({
  id: 'latency-thp',
  summary: 'huge pages stay on, and snapshots copy more than they must',
  category: 'resources',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency/'],
  dialects: ['server'],
  directive: 'disable-thp',
  when: 'no',
  message:
    'With huge pages each write during a snapshot copies 2 MB instead of 4 kB. Remove the line: the default disables them.',
  remedy: {
    unset: true,
    title: 'Remove disable-thp (default yes)',
    effect: 'speed',
    consequence: 'Memory is then mapped in small pages, which takes a little more time while no snapshot runs.',
  },
});
