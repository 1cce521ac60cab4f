import { isRedisOrForkAtLeast } from '../directives/target.js';
import { appendLines } from './building-blocks/edits.js';
import { writesSince } from './building-blocks/guessed-target.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const clusterPortOverflow: Rule = {
  id: 'cluster-port-overflow',
  summary: 'a cluster node whose bus port would be beyond 65535',
  category: 'cluster',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  loadProblems: ['cluster-port-overflow'],
  reads: ['cluster-port-overflow'],
  check: checkBusPorts,
};

/** Far below all common ports and the range that systems hand out. */
const FREE_PORT = 16379;

function* checkBusPorts(input: RuleInput): Iterable<Problem> {
  const canChoose = isRedisOrForkAtLeast(input.config.target, '7.0');
  for (const cause of input.config.problemsOf('cluster-port-overflow')) {
    yield {
      at: cause.at,
      message: `The cluster bus would be at port ${cause.port + 10000}, which does not exist. ${canChoose ? 'Set cluster-port, or choose' : 'Choose'} a port below 55536.`,
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
      fixes: () =>
        canChoose
          ? [
              writesSince(input, '7.0', '"cluster-port"', {
                title: `Set cluster-port ${FREE_PORT}`,
                effect: 'access',
                consequence: `The other nodes must reach port ${FREE_PORT}, through every firewall.`,
                edits: [appendLines(input.config, `cluster-port ${FREE_PORT}`)],
              }),
            ]
          : [],
    };
  }
}
