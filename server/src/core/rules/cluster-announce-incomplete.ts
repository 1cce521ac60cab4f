import { argumentAt } from './building-blocks/places.js';
import { type ExplicitSetting, explicitSetting, isOn, valueInForce } from './building-blocks/settings.js';
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
    .map((name) => explicitSetting(config, name))
    .map((setting) => (setting && Number(setting.text) > 0 ? setting : undefined));
  const first = port ?? others.find((setting) => setting !== undefined);
  if (!first) return;
  if (port && !others[1] && port.text !== valueInForce(config, 'port')) {
    yield {
      at: argumentAt(port.from),
      message: `Clients are sent to port ${port.text}, but nodes still look for the bus at its own port. Set "cluster-announce-bus-port" too.`,
    };
  }
  if (!config.setting('cluster-announce-ip')?.from) yield withoutAddress(first);
}

/** The address may also come from the command line, where containers learn it. */
function withoutAddress({ from, text }: ExplicitSetting): Problem {
  return {
    at: argumentAt(from),
    message: `Port ${text} is announced with the address of this side of the NAT. Set "cluster-announce-ip" to the outer one.`,
    severity: 'information',
  };
}
