import { valueRule } from './value-rule.js';

export const logSlowlogDisabled = valueRule({
  id: 'log-slowlog-disabled',
  summary: 'slow commands are not recorded',
  category: 'logging',
  severity: 'information',
  references: ['CWE-778', 'https://redis.io/docs/latest/commands/slowlog/'],
  directive: 'slowlog-log-slower-than',
  when: ({ text }) => /^-[1-9]/.test(text),
  message: 'A negative "slowlog-log-slower-than" records no slow command. Set it to 10000 (10 ms), the default.',
  remedy: {
    set: '10000',
    effect: 'data',
    consequence: 'Slow commands are then kept with their arguments, for whoever may run SLOWLOG.',
  },
});
