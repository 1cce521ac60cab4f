import { valueRule } from './value-rule.js';

export const logSlowlogAll = valueRule({
  id: 'log-slowlog-all',
  summary: 'every command is kept in the slow log, with its arguments',
  category: 'logging',
  severity: 'hint',
  references: ['CWE-532', 'https://redis.io/docs/latest/commands/slowlog/'],
  directive: 'slowlog-log-slower-than',
  when: '0',
  message: '"slowlog-log-slower-than 0" records every command with its arguments. Set it to 10000 (10 ms).',
  remedy: { set: '10000', effect: 'data', consequence: 'Commands of less than 10 ms are no longer recorded.' },
});
