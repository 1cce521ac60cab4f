import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitValue, lowerInForce, mayBeOn } from './building-blocks/values-in-force.js';
import type { Fix, Problem, Rule, RuleInput } from './rule.js';

export const persistDisabled: Rule = {
  id: 'persist-disabled',
  summary: 'neither snapshots nor an append-only file: a restart loses everything',
  category: 'persistence',
  severity: 'warning',
  references: [
    'https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/',
    'https://redis.io/docs/latest/operate/oss_and_stack/management/replication/',
  ],
  dialects: ['server'],
  about: ['save', 'appendonly'],
  reads: ['save', 'appendonly', 'maxmemory-policy'],
  check: checkPersistence,
};

/** A cache says so by evicting any key (and may, where the policy is not known), or somebody says so for it; a replica's data comes from its primary. */
function* checkPersistence({ config, role }: RuleInput): Iterable<Problem> {
  const save = config.inForce('save');
  const isOff = save?.from && save.isKnown && save.values.every((value) => value === '');
  if (!save?.from || !isOff || mayBeOn(config, 'appendonly')) return;
  const mustKeep = role === 'store' || role === 'queue';
  if (role && !mustKeep) return;
  if (!mustKeep && (lowerInForce(config, 'maxmemory-policy') ?? 'allkeys-').startsWith('allkeys-')) return;
  yield {
    at: argumentAt(save.from),
    message: `Nothing is written to disk: a restart starts empty. ${role ? 'Switch' : 'Unless this is a cache, switch'} "appendonly" on with CONFIG SET, then here.`,
    severity: mustKeep ? 'warning' : 'information',
    fixes: () => appendOnlyFix(config),
  };
}

function appendOnlyFix(config: ResolvedConfiguration): readonly Fix[] {
  const appendOnly = explicitValue(config, 'appendonly');
  if (!appendOnly) return [];
  return [
    {
      title: 'Write appendonly yes (CONFIG SET appendonly yes first)',
      effect: 'data',
      consequence: 'Without CONFIG SET appendonly yes first, the server starts empty after a restart.',
      edits: [replaceAt(argumentAt(appendOnly.from), 'yes')],
    },
  ];
}
