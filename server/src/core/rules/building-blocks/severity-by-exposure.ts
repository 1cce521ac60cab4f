import type { Exposure } from '../../config/exposure.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import type { Severity } from '../rule.js';

/**
 * Error when strangers reach the server, warning when only protected mode keeps them out (or when nobody can tell),
 * information on loopback or a unix socket.
 */
export function severityByExposure({ isReachable, listen }: Exposure): Severity {
  if (isReachable) return 'error';
  return listen === 'none' || listen === 'loopback' ? 'information' : 'warning';
}

/** Whether strangers reach the server, as far as the files say: an ACL file alone says nothing of the network. */
export function isKnownReachable({ dialect, exposure }: ResolvedConfiguration): boolean {
  return dialect !== 'acl' && exposure.isReachable;
}
