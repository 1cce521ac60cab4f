import { argumentAt } from './building-blocks/places.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const clientTimeoutZero: Rule = {
  id: 'client-timeout-zero',
  summary: 'idle connections from anywhere stay for ever',
  category: 'resources',
  severity: 'hint',
  references: ['CWE-400', 'https://redis.io/docs/latest/develop/reference/clients/'],
  dialects: ['server'],
  isOptIn: true,
  about: ['timeout'],
  reads: ['timeout', 'exposure', 'start', 'elsewhere'],
  check: checkClientTimeoutZero,
};

/** Right for connection pools, and the default: worth a word only where strangers connect. */
function* checkClientTimeoutZero({ config }: RuleInput): Iterable<Problem> {
  const value = config.inForce('timeout');
  if (!value?.isKnown || value.values[0] !== '0') return;
  if (config.exposure.listen !== 'public' || config.mayBeSaidElsewhere) return;
  yield {
    at: value.from ? argumentAt(value.from) : config.start,
    message:
      'Idle clients are never disconnected: strangers can use up "maxclients" without a password. Set "timeout 300".',
  };
}
