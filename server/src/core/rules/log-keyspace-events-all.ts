import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const logKeyspaceEventsAll: Rule = {
  id: 'log-keyspace-events-all',
  summary: 'every change of every key is told to subscribers',
  category: 'logging',
  severity: 'information',
  references: ['CWE-200', 'https://redis.io/docs/latest/develop/pubsub/keyspace-notifications/'],
  dialects: ['server'],
  reads: ['notify-keyspace-events'],
  check: checkLogKeyspaceEventsAll,
};

function* checkLogKeyspaceEventsAll({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'notify-keyspace-events');
  if (!setting?.text.includes('A') || !/[KE]/.test(setting.text)) return;
  yield {
    at: argumentAt(setting.from),
    message: `${quote(setting.text)} publishes every change with the key's name to whoever may subscribe. Name the events you need.`,
  };
}
