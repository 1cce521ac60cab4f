import { valueRule } from './value-rule.js';

export const luaInsecureApiEnabled = valueRule({
  id: 'lua-insecure-api-enabled',
  summary: 'scripts may use functions that lead out of their sandbox',
  category: 'commands',
  severity: 'warning',
  references: [
    'CWE-749',
    'CVE-2025-46818',
    'https://redis.io/docs/latest/operate/oss_and_stack/management/security/',
    'https://valkey.io/topics/valkey.conf/',
  ],
  dialects: ['server'],
  directive: 'lua-enable-deprecated-api',
  when: 'yes',
  message: ({ from }) =>
    `"${from.directive.name.raw} yes" gives scripts newproxy, setfenv and getfenv, which lead out of their sandbox. Set it to "no".`,
  remedy: {
    set: 'no',
    effect: 'access',
    consequence: 'Scripts that call newproxy, setfenv or getfenv fail then.',
  },
});
