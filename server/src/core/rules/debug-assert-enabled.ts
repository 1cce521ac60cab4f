import { valueRule } from './value-rule.js';

export const debugAssertEnabled = valueRule({
  id: 'debug-assert-enabled',
  summary: 'the assertions of test builds are switched on',
  category: 'commands',
  severity: 'warning',
  references: ['CWE-617', 'https://valkey.io/topics/valkey.conf/'],
  dialects: ['server'],
  directive: 'enable-debug-assert',
  when: 'yes',
  message:
    '"enable-debug-assert" is "yes": checks for developers run, and each that fails crashes the server. Set it to "no".',
  remedy: { set: 'no', effect: 'safe', isPreferred: true },
});
