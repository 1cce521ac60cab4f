import { quote } from './building-blocks/quote.js';
import { valueRule } from './value-rule.js';

export const logKeyspaceEventsAll = valueRule({
  id: 'log-keyspace-events-all',
  summary: 'every change of every key is published to subscribers',
  category: 'logging',
  severity: 'information',
  references: ['CWE-200', 'https://redis.io/docs/latest/develop/pubsub/keyspace-notifications/'],
  dialects: ['server'],
  directive: 'notify-keyspace-events',
  when: ({ text }) => text.includes('A') && /[KE]/.test(text),
  message: ({ text }) =>
    `${quote(text)} publishes every change with the key's name to whoever may subscribe. Name the events you need.`,
});
