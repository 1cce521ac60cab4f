import { valueRule } from './value-rule.js';

export const logCrashDisabled = valueRule({
  id: 'log-crash-disabled',
  summary: 'a crash leaves no report',
  category: 'logging',
  severity: 'hint',
  references: ['CWE-778'],
  directive: 'crash-log-enabled',
  when: 'no',
  message: '"crash-log-enabled" is "no": a crash leaves no report to learn from. Set it to "yes".',
  remedy: { set: 'yes', effect: 'safe', isPreferred: true },
});
