import { parseMemory } from '../directives/values.js';
import { hasDefaultsOfRedis } from './building-blocks/other-product.js';
import { argumentAt } from './building-blocks/places.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const memMaxmemoryMissing: Rule = {
  id: 'mem-maxmemory-missing',
  summary: 'no memory limit: the server grows until the kernel kills it',
  category: 'resources',
  severity: 'warning',
  references: ['CWE-770', 'https://redis.io/docs/latest/develop/reference/eviction/'],
  dialects: ['server'],
  isMilderInContainer: true,
  about: ['maxmemory'],
  reads: ['maxmemory', 'exposure', 'start', 'deployment'],
  check: checkMemMaxmemoryMissing,
};

/** A fragment or a template leaves it to others; other products have limits of their own, and so may containers. */
function* checkMemMaxmemoryMissing({ config }: RuleInput): Iterable<Problem> {
  const value = config.inForce('maxmemory');
  const { origin, isReachable, asksForCertificate, container } = config.exposure;
  if (!value?.isKnown || parseMemory(value.values[0] ?? '') !== 0n) return;
  if (!value.from && (origin !== 'file' || !hasDefaultsOfRedis(config))) return;
  if (config.deployment.memoryLimit) return;
  const isExhaustible = (isReachable || asksForCertificate) && container !== 'proven';
  yield {
    at: value.from ? argumentAt(value.from) : config.start,
    message:
      'Without a memory limit the server grows until the kernel kills it. Set "maxmemory" below the machine\'s memory.',
    severity: isExhaustible ? 'warning' : 'information',
  };
}
