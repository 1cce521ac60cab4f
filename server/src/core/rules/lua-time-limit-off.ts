import { valueRule } from './value-rule.js';

export const luaTimeLimitOff = valueRule({
  id: 'lua-time-limit-off',
  summary: 'scripts may block the server for ever',
  category: 'commands',
  severity: 'warning',
  references: ['CWE-400', 'https://redis.io/docs/latest/develop/programmability/eval-intro/'],
  dialects: ['server'],
  directive: 'busy-reply-threshold',
  when: '0',
  message: ({ from }) =>
    `With "${from.directive.name.raw} 0" a script that never ends blocks the server, and SCRIPT KILL too. Set it to 5000 (ms).`,
  remedy: {
    set: '5000',
    title: 'Set it to 5000 milliseconds',
    effect: 'access',
    consequence: 'While a script runs longer than 5 seconds clients get a BUSY error instead of waiting.',
  },
});
