import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { Remedy } from './building-blocks/remedy.js';
import { explicitValue } from './building-blocks/values-in-force.js';
import { valueRule } from './value-rule.js';

/** For a store this is a sound choice; for a cache it mostly is a slip. */
export const memPolicyVolatileNoTtl = valueRule({
  id: 'mem-policy-volatile-no-ttl',
  summary: 'eviction that takes only keys with an expiry',
  category: 'resources',
  severity: 'information',
  references: ['https://redis.io/docs/latest/develop/reference/eviction/'],
  dialects: ['server'],
  directive: 'maxmemory-policy',
  when: ({ lower }, { config, role }) =>
    lower.startsWith('volatile-') && isLimited(config) && (!role || role === 'cache'),
  message: ({ lower }) =>
    `"${lower}" evicts only keys with an expiry: writes fail once there are none. Give each key one, or evict any key.`,
  severityOf: ({ role }) => (role ? 'information' : 'hint'),
  remedy: ({ lower }) => (lower === 'volatile-ttl' ? [] : [evictAnyKey(lower)]),
  also: ['maxmemory'],
});

/** 0 is no limit: nothing is evicted then, and no write fails. */
function isLimited(config: ResolvedConfiguration): boolean {
  const limit = explicitValue(config, 'maxmemory');
  return limit !== undefined && limit.from.shown !== '0';
}

const evictAnyKey = (policy: string): Remedy => ({
  set: policy.replace('volatile-', 'allkeys-'),
  effect: 'data',
  consequence: 'Keys without an expiry may then be evicted when memory is full.',
});
