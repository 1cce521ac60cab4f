import { above } from './building-blocks/amounts.js';
import { valueRule } from './value-rule.js';

export const persistAofLoadCorruptTail = valueRule({
  id: 'persist-aof-load-corrupt-tail',
  summary: 'a damaged append-only file is cut without asking',
  category: 'persistence',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/'],
  dialects: ['server'],
  directive: 'aof-load-corrupt-tail-max-size',
  when: above(0n),
  message: ({ text }) =>
    `Up to ${text} bytes of damaged writes are dropped at start without asking. Remove the line to be asked.`,
  remedy: {
    unset: true,
    effect: 'access',
    consequence: 'After a crash that damaged the file the server does not start until redis-check-aof has repaired it.',
  },
});
