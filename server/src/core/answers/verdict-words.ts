import type { Exposure, ListenReach } from '../config/meaning/exposure.js';
import type { Starts } from '../config/meaning/starts.js';
import type { DirectiveName } from '../directives/catalog.js';
import { formatTarget, type Target } from '../directives/target.js';
import { printable } from '../text/printable.js';
import type { Tone } from './tone.js';

const LISTEN: Readonly<Record<ListenReach, string>> = {
  none: 'no TCP listener',
  loopback: 'loopback only',
  private: 'open to the private network',
  public: 'open to the network',
  unknown: 'listens on addresses that are not known here',
};

const AUTH: Readonly<Record<Exposure['auth'], string>> = {
  open: 'without a password',
  password: 'with a password',
  off: 'default user off',
  unknown: 'authentication not known here',
};

const TLS: Readonly<Record<Exposure['tls'], string>> = {
  none: 'TLS off',
  both: 'TLS and plain text',
  only: 'TLS only',
};

/** Of a problem that no rule speaks of, as it is switched off. */
export const REFUSED_LINE = 'The server refuses this line.';

/** What becomes of a file that the server does not start with: `Redis 8.6 refuses to start with redis.conf.` */
export function refusalWords(target: Target, file: string): string {
  return `${formatTarget(target)} refuses to start with ${file}.`;
}

/** What the sentence is made of. */
interface Told {
  readonly starts: Starts;
  readonly undecided: readonly string[];
  readonly target: Target;
  readonly exposure: Exposure;
}

/** The verdict in a sentence or two, without the name of the file. */
export function sentenceOf({ starts, undecided: [first], target, exposure }: Told): string {
  if (starts === 'no') return refusalWords(target, 'this file');
  const reach = `${capitalized(describeExposure(exposure))}.`;
  return first === undefined ? reach : `${reach} Whether it starts is not known here: ${printable(first)}.`;
}

/** The verdict in two words, for a status bar. */
export function shortOf(tone: Tone, { listen, auth, tls, asksForCertificate }: Exposure): string {
  if (tone === 'refused') return 'Not startable';
  if (tone === 'unknown') return 'Reach unknown';
  if (listen === 'none') return 'No listener';
  if (listen === 'loopback') return 'Loopback only';
  if (tone === 'open') return 'No password';
  if (asksForCertificate) return 'Client certificates';
  if (auth === 'open') return 'Protected mode';
  return tls === 'none' ? 'Plain text' : 'Password, TLS';
}

/** What a line on the way from the network to the data does. */
export function pathWords(what: DirectiveName, exposure: Exposure): string {
  if (what === 'bind') return LISTEN[exposure.listen];
  if (what === 'user') return AUTH[exposure.auth];
  if (what === 'protected-mode') return exposure.protectedMode.isEffective ? 'protected mode on' : 'protected mode off';
  return TLS[exposure.tls];
}

/** Who can reach the server, in a few words: `open to the network without a password, TLS off`. */
function describeExposure({ listen, auth, protectedMode, tls, asksForCertificate }: Exposure): string {
  if (listen === 'none') return LISTEN.none;
  const isCertified = auth === 'open' && asksForCertificate;
  const guarded = auth === 'open' && protectedMode.isEffective && listen !== 'loopback';
  const how = isCertified ? 'for clients with a certificate' : AUTH[auth];
  const access = auth === 'open' || auth === 'password' ? `${LISTEN[listen]} ${how}` : `${LISTEN[listen]}, ${how}`;
  return [access, ...(guarded ? ['only protected mode refuses strangers'] : []), TLS[tls]].join(', ');
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
