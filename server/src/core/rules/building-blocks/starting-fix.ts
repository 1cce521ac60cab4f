import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import type { Fix } from '../rule.js';

/** What a fix comes to that only makes a file start: for review where strangers could then use the server. */
export function effectOfStarting({
  defaultUser,
  exposure,
}: Pick<ResolvedConfiguration, 'defaultUser' | 'exposure'>): Pick<Fix, 'effect' | 'consequence'> {
  const asksForPassword = defaultUser.state === 'password' || defaultUser.state === 'off';
  if (asksForPassword || exposure.protectedMode.isEffective) return { effect: 'safe' };
  return { effect: 'access', consequence: 'The server then starts, and nothing asks its clients for a password.' };
}
