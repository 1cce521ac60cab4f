import { valueRule } from './value-rule.js';

export const replDisklessLoadSwapdb = valueRule({
  id: 'repl-diskless-load-swapdb',
  summary: 'a replica keeps two data sets in memory while it synchronises',
  category: 'replication',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/replication/', 'CWE-770'],
  dialects: ['server'],
  directive: 'repl-diskless-load',
  when: 'swapdb',
  message:
    '"swapdb" holds the old and the new data in memory at once. Leave as much memory free as the data takes, or use "disabled".',
});
