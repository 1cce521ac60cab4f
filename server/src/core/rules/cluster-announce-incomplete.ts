import { argumentAt } from './building-blocks/places.js';
import { type ExplicitValue, explicitValue, isOn, lowerInForce } from './building-blocks/values-in-force.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const clusterAnnounceIncomplete: Rule = {
  id: 'cluster-announce-incomplete',
  summary: 'a cluster node behind NAT announces only half of its address',
  category: 'cluster',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  dialects: ['server'],
  about: ['cluster-announce-port', 'cluster-announce-tls-port', 'cluster-announce-bus-port'],
  reads: [
    'cluster-enabled',
    'cluster-announce-port',
    'cluster-announce-tls-port',
    'cluster-announce-bus-port',
    'cluster-announce-ip',
    'port',
    'elsewhere',
  ],
  check: checkClusterAnnounceIncomplete,
};

function* checkClusterAnnounceIncomplete({ config }: RuleInput): Iterable<Problem> {
  if (!isOn(config, 'cluster-enabled') || config.mayBeSaidElsewhere) return;
  const [port, ...others] = (
    ['cluster-announce-port', 'cluster-announce-tls-port', 'cluster-announce-bus-port'] as const
  )
    .map((name) => explicitValue(config, name))
    .map((value) => (value && Number(value.text) > 0 ? value : undefined));
  const first = port ?? others.find((value) => value !== undefined);
  if (!first) return;
  if (port && !others[1] && port.text !== lowerInForce(config, 'port')) {
    yield {
      at: argumentAt(port.from),
      message: `Clients are sent to port ${port.text}, but nodes still look for the bus at its own port. Set "cluster-announce-bus-port" too.`,
    };
  }
  if (!config.inForce('cluster-announce-ip')?.from) yield withoutAddress(first);
}

/** The address may also come from the command line, where containers learn it. */
function withoutAddress({ from, text }: ExplicitValue): Problem {
  return {
    at: argumentAt(from),
    message: `Port ${text} is announced with the address of this side of the NAT. Set "cluster-announce-ip" to the outer one.`,
    severity: 'information',
  };
}
