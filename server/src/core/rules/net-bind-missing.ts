import { bindLoopbackFix } from './building-blocks/bind-fixes.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const netBindMissing: Rule = {
  id: 'net-bind-missing',
  summary: 'without a bind line the server listens on every interface',
  category: 'network',
  severity: 'warning',
  references: ['CWE-1327', 'CWE-668', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  isMilderInContainer: true,
  about: ['bind'],
  reads: ['bind', 'exposure', 'start', 'elsewhere'],
  check: checkBindMissing,
};

/** In a container the port that is published decides who connects. */
function* checkBindMissing(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  const { auth, isReachable, listen, container } = config.exposure;
  const bind = config.inForce('bind');
  if (container === 'proven') return;
  if (bind?.from || bind?.isKnown === false || listen === 'none' || config.mayBeSaidElsewhere) return;
  yield {
    at: config.start,
    message: 'Without a "bind" line the server listens on every interface. Bind the addresses that clients use.',
    severity: auth === 'open' && isReachable ? 'warning' : 'information',
    fixes: () => bindLoopbackFix(input),
  };
}
