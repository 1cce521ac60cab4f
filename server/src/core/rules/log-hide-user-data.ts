import { valueRule } from './value-rule.js';

export const logHideUserData = valueRule({
  id: 'log-hide-user-data',
  summary: 'keys and values may end up in the log',
  category: 'logging',
  severity: 'information',
  references: ['CWE-532'],
  dialects: ['server'],
  directive: 'hide-user-data-from-log',
  when: 'no',
  message: '"hide-user-data-from-log" is "no": crash reports may hold keys and values of clients. Set it to "yes".',
  remedy: { set: 'yes', effect: 'safe', isPreferred: true },
});
