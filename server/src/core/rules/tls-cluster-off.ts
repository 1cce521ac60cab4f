import { setDirective } from './building-blocks/insert-directive.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitValue, mayBeOn } from './building-blocks/values-in-force.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const tlsClusterOff: Rule = {
  id: 'tls-cluster-off',
  summary: 'clients use TLS, but the nodes of the cluster do not among themselves',
  category: 'tls',
  severity: 'warning',
  references: ['CWE-319', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  dialects: ['server'],
  about: ['tls-cluster'],
  reads: ['cluster-enabled', 'tls-cluster', 'exposure', 'elsewhere'],
  check: checkTlsClusterOff,
};

function* checkTlsClusterOff({ config }: RuleInput): Iterable<Problem> {
  const enabled = explicitValue(config, 'cluster-enabled');
  const { listen, tls } = config.exposure;
  if (enabled?.lower !== 'yes' || tls === 'none' || listen === 'loopback') return;
  if (mayBeOn(config, 'tls-cluster') || config.mayBeSaidElsewhere) return;
  yield {
    at: argumentAt(enabled.from),
    message:
      '"tls-port" does not cover the cluster bus: the nodes talk to each other without TLS. Set "tls-cluster yes" on all of them.',
    fixes: () => [
      {
        title: 'Set tls-cluster to yes (on all nodes)',
        effect: 'access',
        consequence: 'Nodes that do not speak TLS on the bus yet lose this one: CONFIG SET it on all of them first.',
        edits: [setDirective(config, 'tls-cluster', 'yes', enabled.from)],
      },
    ],
  };
}
