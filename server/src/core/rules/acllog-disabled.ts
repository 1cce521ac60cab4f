import { valueRule } from './value-rule.js';

export const acllogDisabled = valueRule({
  id: 'acllog-disabled',
  summary: 'failed logins and denied commands are not kept',
  category: 'logging',
  severity: 'information',
  references: ['CWE-778', 'https://redis.io/docs/latest/commands/acl-log/'],
  directive: 'acllog-max-len',
  when: '0',
  message: '"acllog-max-len 0" keeps no record of failed logins and denied commands. Set it to 128, the default.',
  remedy: { set: '128', effect: 'safe', isPreferred: true },
});
