import { argumentAt } from './building-blocks/places.js';
import { explicitValue, lowerInForce } from './building-blocks/values-in-force.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const replServeStale: Rule = {
  id: 'repl-serve-stale',
  summary: 'a replica without its primary answers from old data',
  category: 'replication',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/replication/'],
  dialects: ['server'],
  isOptIn: true,
  about: ['replica-serve-stale-data'],
  reads: ['replicaof', 'replica-serve-stale-data'],
  check: checkReplServeStale,
};

function* checkReplServeStale({ config }: RuleInput): Iterable<Problem> {
  const source = config.inForce('replicaof')?.from;
  const value = explicitValue(config, 'replica-serve-stale-data');
  if (!source || lowerInForce(config, 'replica-serve-stale-data') !== 'yes') return;
  yield {
    at: argumentAt(value?.from ?? source),
    message:
      'This replica answers from old data while its primary is away. Set "replica-serve-stale-data no" if that misleads clients.',
  };
}
