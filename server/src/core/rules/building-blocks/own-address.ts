import { portOf } from '../../config/meaning/exposure.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { isOn, valueInForce } from './settings.js';

/** The port that a replica tells its primary; undefined: it is unknown. */
export function listeningPortOf(config: ResolvedConfiguration): number | undefined {
  const announced = config.setting('replica-announce-port');
  if (announced?.isKnown === false || config.setting('port')?.isKnown === false) return undefined;
  const own = Number(valueInForce(config, 'replica-announce-port') ?? '0');
  if (own > 0) return own;
  const tls = isOn(config, 'tls-replication') ? portOf(config, 'tls-port') : 0;
  return tls || portOf(config, 'port');
}
