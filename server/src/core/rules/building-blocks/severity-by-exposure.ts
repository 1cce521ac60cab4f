import type { Exposure } from '../../config/exposure.js';
import type { Severity } from '../rule.js';

/**
 * Error when strangers reach the server, warning when only protected mode keeps them out (or when nobody can tell),
 * information on loopback or a unix socket.
 */
export function severityByExposure({ isReachable, listen }: Exposure): Severity {
  if (isReachable) return 'error';
  return listen === 'none' || listen === 'loopback' ? 'information' : 'warning';
}
