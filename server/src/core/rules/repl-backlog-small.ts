import { below } from './building-blocks/amounts.js';
import { valueRule } from './value-rule.js';

export const replBacklogSmall = valueRule({
  id: 'repl-backlog-small',
  summary: 'a short pause of a replica costs a full synchronisation',
  category: 'replication',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/replication/'],
  dialects: ['server'],
  directive: 'repl-backlog-size',
  when: (value) => below(1024n ** 2n)(value) && value.text !== '1m',
  message: ({ text }) =>
    `"repl-backlog-size ${text}" is soon overwritten: a short break costs a full synchronisation. Remove the line.`,
  remedy: { unset: true, title: 'Remove repl-backlog-size: use the default', effect: 'safe', isPreferred: true },
});
