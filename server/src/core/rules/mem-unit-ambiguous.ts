import { effectOf } from './building-blocks/directive-effect.js';
import { valueRule } from './value-rule.js';

export const memUnitAmbiguous = valueRule({
  id: 'mem-unit-ambiguous',
  summary: 'a memory unit that is a power of 1000, where 1024 is usually meant',
  category: 'resources',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  dialects: ['server'],
  directive: ['maxmemory', 'repl-backlog-size', 'client-query-buffer-limit', 'proto-max-bulk-len'],
  when: ({ text }) => /^\d+[mg]$/i.test(text),
  message: ({ text }) => `"${text}" counts in powers of 1000. Write "${text}b" if powers of 1024 are meant.`,
  remedy: ({ name, text }) => [
    {
      set: `${text}b`,
      title: `Change to ${text}b`,
      effect: effectOf(name),
      consequence: `The limit is ${/g$/i.test(text) ? 7 : 5} % higher then: check that it fits.`,
    },
  ],
});
