import { portOf } from '../config/meaning/exposure.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { textOfBytes } from '../syntax/bytes.js';
import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { explicitValue, isOn, lowerInForce } from './building-blocks/values-in-force.js';
import { valueRule } from './value-rule.js';

export const replAnnounceIsPrimary = valueRule({
  id: 'repl-announce-is-primary',
  summary: 'a replica that announces the address of its primary as its own',
  category: 'replication',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['server'],
  directive: 'replica-announce-ip',
  when: ({ lower }, { config }) => {
    const primary = explicitValue(config, 'replicaof');
    const [host = '', port = ''] = primary?.values.map(textOfBytes) ?? [];
    return lower !== '' && lower === host.toLowerCase() && Number(port) === listeningPortOf(config);
  },
  message: ({ text }) =>
    `${quote(text)} is the primary: Sentinel and clients take this replica for it and see no replica. Announce its own address.`,
  at: (from) => argumentAt(from),
  remedy: {
    unset: true,
    title: 'Remove the line: the primary sees where it connects from',
    effect: 'access',
    consequence: 'Behind NAT that is an address at which nobody reaches this replica.',
  },
  also: ['replicaof', 'replica-announce-port', 'tls-replication', 'tls-port', 'port'],
});

/** The port that a replica tells its primary; undefined: it is unknown. */
function listeningPortOf(config: ResolvedConfiguration): number | undefined {
  const announced = config.inForce('replica-announce-port');
  if (announced?.isKnown === false || config.inForce('port')?.isKnown === false) return undefined;
  const own = Number(lowerInForce(config, 'replica-announce-port') ?? '0');
  if (own > 0) return own;
  const tls = isOn(config, 'tls-replication') ? portOf(config, 'tls-port') : 0;
  return tls || portOf(config, 'port');
}
