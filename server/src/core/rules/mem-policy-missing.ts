import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const memPolicyMissing: Rule = {
  id: 'mem-policy-missing',
  summary: 'a memory limit without a word on what happens at the limit',
  category: 'resources',
  severity: 'information',
  references: ['https://redis.io/docs/latest/develop/reference/eviction/'],
  dialects: ['server'],
  check: checkMemPolicyMissing,
};

function* checkMemPolicyMissing({ config }: RuleInput): Iterable<Problem> {
  const limit = explicitSetting(config, 'maxmemory');
  const policy = config.setting('maxmemory-policy');
  if (!limit || /^0+[a-z]*$/i.test(limit.text) || !policy || policy.from || config.exposure.origin !== 'file') return;
  yield {
    at: argumentAt(limit.from),
    message:
      'At the limit the default policy, noeviction, refuses writes. State "maxmemory-policy" to show that it is meant.',
  };
}
