import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { replaceAt } from './building-blocks/edits.js';
import { argumentAt, nameOf } from './building-blocks/places.js';
import { type ExplicitValue, explicitValue, isOn } from './building-blocks/values-in-force.js';
import type { Problem, RelatedPlace, Role, Rule, RuleInput } from './rule.js';

export const persistEvictionOnStore: Rule = {
  id: 'persist-eviction-on-store',
  summary: 'data that must be kept is evicted when memory is full',
  category: 'persistence',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/develop/reference/eviction/'],
  dialects: ['server'],
  about: ['maxmemory-policy'],
  reads: ['maxmemory-policy', 'maxmemory', 'appendonly'],
  check: checkEviction,
};

/** volatile-* evicts only keys that expire anyway; allkeys-* takes any. */
function* checkEviction({ config, role }: RuleInput): Iterable<Problem> {
  const policy = explicitValue(config, 'maxmemory-policy');
  if (!policy || policy.lower === 'noeviction' || !explicitValue(config, 'maxmemory')) return;
  const promise = promiseToKeep(config, role, policy);
  if (!promise) return;
  const at = argumentAt(policy.from);
  const victims = policy.lower.startsWith('allkeys-') ? 'any key' : 'keys that expire';
  yield {
    at,
    message: `"${policy.lower}" evicts ${victims}, yet ${promise.what}. Use "noeviction" for a ${role ?? 'store'}.`,
    severity: role ? 'warning' : 'information',
    related: promise.related,
    fixes: () => [
      {
        title: 'Set maxmemory-policy to noeviction',
        effect: 'access',
        consequence: 'Writes are refused once memory is full, instead of old keys being evicted.',
        edits: [replaceAt(at, 'noeviction')],
      },
    ],
  };
}

/** What says that the data must stay; undefined: nothing does. */
function promiseToKeep(
  config: ResolvedConfiguration,
  role: Role | undefined,
  policy: ExplicitValue,
): { readonly what: string; readonly related: readonly RelatedPlace[] } | undefined {
  if (role === 'queue') return { what: 'a queue loses work with each', related: [] };
  if (!policy.lower.startsWith('allkeys-')) return undefined;
  if (role === 'store') return { what: 'this server is a store', related: [] };
  const appendOnly = explicitValue(config, 'appendonly');
  if (role || !appendOnly || !isOn(config, 'appendonly')) return undefined;
  return {
    what: '"appendonly yes" promises to keep it',
    related: [{ at: nameOf(appendOnly.from), message: 'Every write is kept in the append-only file.' }],
  };
}
