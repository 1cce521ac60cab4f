import { portOf } from '../config/meaning/exposure.js';
import { nameOf } from './building-blocks/places.js';
import { sentinelLines } from './building-blocks/sentinel-lines.js';
import { explicitValue, isOn, mayBeOn } from './building-blocks/values-in-force.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const sentinelTlsMixed: Rule = {
  id: 'sentinel-tls-mixed',
  summary: 'a Sentinel whose peers connect to a port of the other kind',
  category: 'sentinel',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  dialects: ['sentinel'],
  reads: ['tls-replication', 'tls-port', 'port', 'sentinel', 'elsewhere'],
  check: checkTlsAmongSentinels,
};

/**
 * Sentinels connect to each other as `tls-replication` says, and announce `tls-port` only with it, else `port` (6.2 and
 * later). Another port that a line announces may be one of a proxy.
 */
function* checkTlsAmongSentinels({ config }: RuleInput): Iterable<Problem> {
  const tlsPort = explicitValue(config, 'tls-port');
  const replication = explicitValue(config, 'tls-replication');
  if (config.mayBeSaidElsewhere || sentinelLines(config, 'announce-port').length > 0) return;
  const speaksTls = isOn(config, 'tls-replication');
  const listensWithTls = portOf(config, 'tls-port') > 0;
  if (replication && speaksTls && !listensWithTls) {
    yield {
      at: nameOf(replication.from),
      message:
        '"tls-replication" lets Sentinels speak TLS, and this one announces a port without. Set "tls-port", too.',
    };
  }
  if (tlsPort && listensWithTls && portOf(config, 'port') === 0 && !mayBeOn(config, 'tls-replication')) {
    yield {
      at: nameOf(tlsPort.from),
      message:
        'Only TLS listens, yet this Sentinel announces port 0 and speaks without TLS. Set "tls-replication yes".',
    };
  }
}
