import { valueRule } from './value-rule.js';

export const persistNoFsyncOnRewrite = valueRule({
  id: 'persist-no-fsync-on-rewrite',
  summary: 'the append-only file is not flushed while a child process writes to disk',
  category: 'persistence',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/'],
  dialects: ['server'],
  directive: 'no-appendfsync-on-rewrite',
  onlyWith: 'appendonly',
  when: 'yes',
  message: '"no-appendfsync-on-rewrite yes" suspends flushing during each rewrite. Set it to "no" if writes must last.',
  remedy: {
    set: 'no',
    effect: 'speed',
    consequence: 'Writes may wait for a busy disk while a rewrite or snapshot runs.',
  },
});
