import type { Exposure } from '../../config/meaning/exposure.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import type { Severity } from '../rule.js';
import type { PasswordPlace } from './password-places.js';

/**
 * Error when strangers reach the server, warning when only protected mode keeps them out (or when nobody can tell),
 * information on loopback or a unix socket.
 */
export function severityByExposure({ isReachable, listen }: Exposure): Severity {
  if (isReachable) return 'error';
  return listen === 'none' || listen === 'loopback' ? 'information' : 'warning';
}

/** Error where other machines can connect, a warning where only programs of this one can. */
export function severityByReach({ exposure: { listen } }: ResolvedConfiguration): Severity {
  return listen === 'loopback' || listen === 'none' ? 'warning' : 'error';
}

/** How bad a bad password of this server is: no worse than none would be where only this machine can connect. */
export function severityOfPassword(
  { dialect, exposure: { listen } }: ResolvedConfiguration,
  { kind }: Pick<PasswordPlace, 'kind'>,
  severity: Severity,
): Severity {
  const isOwn = kind === 'requirepass' || kind === 'user';
  const isSheltered = dialect !== 'acl' && (listen === 'loopback' || listen === 'none');
  return isOwn && isSheltered ? 'information' : severity;
}

/** Whether strangers reach the server, as far as the files say: an ACL file alone says nothing of the network. */
export function isKnownReachable({ dialect, exposure }: ResolvedConfiguration): boolean {
  return dialect !== 'acl' && exposure.isReachable;
}
