import { valueRule } from './value-rule.js';

export const logLevelVerbose = valueRule({
  id: 'log-level-verbose',
  summary: 'the log is more talkative than production needs',
  category: 'logging',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  directive: 'loglevel',
  when: 'verbose',
  message: '"loglevel verbose" logs statistics every few seconds. Set it to "notice" for production.',
  remedy: { set: 'notice', effect: 'safe', isPreferred: true },
});
