import { portOf } from '../config/meaning/exposure.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitValue, lowerInForce, mayBeOn } from './building-blocks/values-in-force.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const clusterBusExposed: Rule = {
  id: 'cluster-bus-exposed',
  summary: 'the cluster bus listens beyond this machine and has no password',
  category: 'cluster',
  severity: 'warning',
  references: ['CWE-306', 'CVE-2026-21863', 'https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  dialects: ['server'],
  about: ['cluster-enabled'],
  reads: [
    'cluster-port-overflow',
    'cluster-enabled',
    'tls-cluster',
    'cluster-port',
    'port',
    'tls-port',
    'exposure',
    'elsewhere',
    'deployment',
  ],
  check: checkClusterBusExposed,
};

const BUS_OFFSET = 10000;

/**
 * Nothing in the file can protect the bus but TLS with client certificates; firewalls can't be seen from here. Where clients
 * use TLS and the bus does not, `tls-cluster-off` has the same remedy.
 */
function* checkClusterBusExposed({ config }: RuleInput): Iterable<Problem> {
  const enabled = explicitValue(config, 'cluster-enabled');
  const { listen, tls } = config.exposure;
  if (enabled?.lower !== 'yes' || mayBeOn(config, 'tls-cluster')) return;
  if (tls !== 'none' && !config.mayBeSaidElsewhere) return;
  const isNoPort = config.problemsOf('cluster-port-overflow').length > 0;
  if (listen === 'none' || listen === 'loopback' || isNoPort) return;
  const own = Number(lowerInForce(config, 'cluster-port') ?? '0');
  const port = own > 0 ? own : (portOf(config, 'port') || portOf(config, 'tls-port')) + BUS_OFFSET;
  if (isKeptInside(config, port)) return;
  yield {
    at: argumentAt(enabled.from),
    message: `The cluster bus on port ${port} takes commands without a password. Close it to strangers; set "tls-cluster yes".`,
  };
}

/** A container lets in only what comes to a port that is published. */
function isKeptInside({ exposure, deployment: { facts, published } }: RuleInput['config'], port: number): boolean {
  if (exposure.container !== 'proven' || published.value !== 'network' || facts?.hostNetwork) return false;
  return facts?.ports.every((each) => each.port !== undefined && each.port !== port) ?? false;
}
