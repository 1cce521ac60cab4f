import { valueRule } from './value-rule.js';

export const logLevelDebug = valueRule({
  id: 'log-level-debug',
  summary: 'the log holds every detail, down to clients and commands',
  category: 'logging',
  severity: 'warning',
  references: ['CWE-532'],
  directive: 'loglevel',
  when: 'debug',
  message: '"loglevel debug" floods the log and tells about clients and keys. Set it to "notice".',
  remedy: { set: 'notice', effect: 'safe', isPreferred: true },
});
