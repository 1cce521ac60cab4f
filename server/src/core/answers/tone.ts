import type { Exposure } from '../config/meaning/exposure.js';
import type { Starts } from '../config/meaning/starts.js';

/**
 * What a configuration comes to, the first that applies:
 * - refused: the server does not start with it
 * - unknown: who reaches it, or what stands between, is not known here
 * - open: a stranger on another machine gets in
 * - weak: protected mode alone refuses strangers, or passwords cross the network in clear
 * - fine: nobody gets in from elsewhere without a secret
 */
export type Tone = 'refused' | 'unknown' | 'open' | 'weak' | 'fine';

/** How it sounds: of a server that may start, by who can reach it. */
export function toneOf(starts: Starts, { listen, auth, tls, isReachable, asksForCertificate }: Exposure): Tone {
  if (starts === 'no') return 'refused';
  if (listen === 'unknown' || (auth === 'unknown' && listen !== 'none')) return 'unknown';
  if (listen === 'none' || listen === 'loopback' || asksForCertificate) return 'fine';
  if (auth === 'open') return isReachable ? 'open' : 'weak';
  return tls === 'none' ? 'weak' : 'fine';
}
