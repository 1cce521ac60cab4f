import { replaceAt } from './building-blocks/edits.js';
import { argumentAt, nameOf } from './building-blocks/places.js';
import { explicitSetting, isOn } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const persistEvictionOnStore: Rule = {
  id: 'persist-eviction-on-store',
  summary: 'data is kept durably and evicted at the same time',
  category: 'persistence',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/develop/reference/eviction/'],
  dialects: ['server'],
  check: checkEviction,
};

/** volatile-* evicts only keys that expire anyway; allkeys-* takes any. */
function* checkEviction({ config }: RuleInput): Iterable<Problem> {
  const policy = explicitSetting(config, 'maxmemory-policy');
  const appendOnly = explicitSetting(config, 'appendonly');
  const limit = explicitSetting(config, 'maxmemory');
  if (!policy?.lower.startsWith('allkeys-') || !appendOnly || !isOn(config, 'appendonly') || !limit) return;
  const at = argumentAt(policy.from);
  yield {
    at,
    message: `"${policy.lower}" evicts any key, yet "appendonly yes" promises to keep them. Use "noeviction" for a store.`,
    related: [{ at: nameOf(appendOnly.from), message: 'Every write is kept in the append-only file.' }],
    fixes: [{ title: 'Set maxmemory-policy to noeviction', safety: 'review', edits: [replaceAt(at, 'noeviction')] }],
  };
}
