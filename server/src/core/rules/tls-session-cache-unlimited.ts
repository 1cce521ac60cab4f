import { argumentAt } from './building-blocks/places.js';
import { explicitSetting, removeAllLines } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const tlsSessionCacheUnlimited: Rule = {
  id: 'tls-session-cache-unlimited',
  summary: 'the cache of TLS sessions grows without a limit',
  category: 'tls',
  severity: 'information',
  references: ['CWE-770', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  reads: ['tls-session-cache-size', 'exposure'],
  check: checkTlsSessionCache,
};

function* checkTlsSessionCache({ config }: RuleInput): Iterable<Problem> {
  const size = explicitSetting(config, 'tls-session-cache-size');
  if (size?.text !== '0' || config.exposure.tls === 'none') return;
  yield {
    at: argumentAt(size.from),
    message:
      'tls-session-cache-size "0" means no limit: sessions pile up until they expire. Remove the line for the default of 20480.',
    fixes: () => [
      removeAllLines(config, 'tls-session-cache-size', 'Remove the line (default 20480)', {
        effect: 'speed',
        consequence: 'With more sessions than that some clients need a full handshake when they come back.',
      }),
    ],
  };
}
