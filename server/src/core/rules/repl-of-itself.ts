import { classifyAddress, isAllInterfaces } from '../config/meaning/address-reach.js';
import { portOf } from '../config/meaning/exposure.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { textOfBytes } from '../syntax/bytes.js';
import { removeLine } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { explicitValue, isOn } from './building-blocks/values-in-force.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const replOfItself: Rule = {
  id: 'repl-of-itself',
  summary: 'a server that is to be a replica of itself',
  category: 'replication',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/replication/'],
  dialects: ['server'],
  about: ['replicaof'],
  reads: ['replicaof', 'bind', 'port', 'tls-port', 'tls-replication', 'cluster-enabled', 'elsewhere'],
  check: checkReplicaOfItself,
};

function* checkReplicaOfItself({ config }: RuleInput): Iterable<Problem> {
  const primary = explicitValue(config, 'replicaof');
  const [host = '', port = ''] = primary?.values.map(textOfBytes) ?? [];
  if (!primary || config.mayBeSaidElsewhere || isOn(config, 'cluster-enabled')) return;
  if (!/^[1-9]/.test(port) || !listensAt(config, host, Number(port))) return;
  yield {
    at: argumentAt(primary.from),
    message: `${quote(host)} and port ${port} are this server: it never gets any data, and refuses writes. Name the primary, or remove the line.`,
    fixes: () => [
      {
        title: 'Remove the line: the server is a primary then',
        effect: 'data',
        consequence: 'It takes writes then, and follows nobody.',
        edits: [removeLine(primary.from)],
      },
    ],
  };
}

/** Two servers of one machine share a port on different addresses. */
function listensAt(config: ResolvedConfiguration, host: string, port: number): boolean {
  const bind = config.inForce('bind');
  const [own, other] = isOn(config, 'tls-replication')
    ? (['tls-port', 'port'] as const)
    : (['port', 'tls-port'] as const);
  if (bind?.isKnown === false || config.inForce(own)?.isKnown === false || portOf(config, own) !== port) return false;
  if (portOf(config, other) === port) return false;
  const words = bind?.from ? bind.values.map(textOfBytes) : ['*'];
  const isOnLoopback = classifyAddress(host) === 'loopback';
  return words.some((word) => word.toLowerCase() === host.toLowerCase() || (isOnLoopback && covers(word)));
}

const covers = (word: string): boolean => isAllInterfaces(word) || /^-?(127\.0\.0\.1|localhost)$/i.test(word);
