import { argumentAt } from './building-blocks/places.js';
import { explicitValue } from './building-blocks/values-in-force.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const memPolicyMissing: Rule = {
  id: 'mem-policy-missing',
  summary: 'a memory limit without a line that says what happens at the limit',
  category: 'resources',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/develop/reference/eviction/'],
  dialects: ['server'],
  isMilderInContainer: true,
  about: ['maxmemory-policy'],
  reads: ['maxmemory', 'maxmemory-policy', 'exposure'],
  check: checkMemPolicyMissing,
};

/** The default, noeviction, is what a store and a queue need; a cache fails with it. */
function* checkMemPolicyMissing({ config, role }: RuleInput): Iterable<Problem> {
  const limit = explicitValue(config, 'maxmemory');
  const policy = config.inForce('maxmemory-policy');
  if (!limit || /^0+[a-z]*$/i.test(limit.text) || !policy?.isKnown || policy.from || config.exposure.origin !== 'file')
    return;
  if (role && role !== 'cache') return;
  yield {
    at: argumentAt(limit.from),
    message: role
      ? 'The cache refuses writes once it is full: the default policy evicts nothing. Set "maxmemory-policy allkeys-lru".'
      : 'At the limit the default policy, noeviction, refuses writes. State "maxmemory-policy" to show that it is meant.',
    severity: role ? 'warning' : 'information',
  };
}
