import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const memPolicyVolatileNoTtl: Rule = {
  id: 'mem-policy-volatile-no-ttl',
  summary: 'eviction that takes only keys with an expiry',
  category: 'resources',
  severity: 'information',
  references: ['https://redis.io/docs/latest/develop/reference/eviction/'],
  dialects: ['server'],
  reads: ['maxmemory-policy', 'maxmemory'],
  check: checkMemPolicyVolatileNoTtl,
};

/** For a store this is a sound choice; for a cache it mostly is a slip. */
function* checkMemPolicyVolatileNoTtl({ config, role }: RuleInput): Iterable<Problem> {
  const policy = explicitSetting(config, 'maxmemory-policy');
  const limit = explicitSetting(config, 'maxmemory');
  if (!policy?.lower.startsWith('volatile-') || !limit || (role && role !== 'cache')) return;
  const at = argumentAt(policy.from);
  const wider = policy.lower.replace('volatile-', 'allkeys-');
  yield {
    at,
    message: `"${policy.lower}" evicts only keys with an expiry: writes fail once there are none. Give each key one, or evict any key.`,
    severity: role ? 'information' : 'hint',
    fixes: () =>
      wider === 'allkeys-ttl'
        ? []
        : [
            {
              title: `Set maxmemory-policy to ${wider}`,
              effect: 'data',
              consequence: 'Keys without an expiry may then be evicted when memory is full.',
              edits: [replaceAt(at, wider)],
            },
          ],
  };
}
