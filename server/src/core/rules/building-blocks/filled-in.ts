import { sourcesIn } from '../../config/deployment.js';
import { type Location, sourceIn } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';

type Read = Pick<ResolvedConfiguration, 'deployment'>;

/** Whether what holds a configuration puts something into a place of it, so that what the server reads is not known. */
export function isFilledIn({ deployment }: Read, { source, line, at }: Location): boolean {
  const fillIns = sourceIn(sourcesIn(deployment), source)?.fillIns ?? [];
  return fillIns.some((fillIn) => fillIn.line === line && fillIn.at.start < at.end && at.start < fillIn.at.end);
}

/** Whether what holds a configuration is known to put nothing there: what looks like a placeholder is the value. */
export function isTakenLiterally(config: Read, at: Location): boolean {
  return sourceIn(sourcesIn(config.deployment), at.source)?.fillIns !== undefined && !isFilledIn(config, at);
}
