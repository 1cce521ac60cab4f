import type { Published } from '../config/deployment.js';
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
  /** Protected mode is off, and no line says so. */
  readonly isUnprotectedByImage: boolean;
}

/** The verdict in a sentence or two, without the name of the file. */
export function sentenceOf(told: Told): string {
  const { starts, undecided, target } = told;
  const [first] = undecided;
  if (starts === 'no') return refusalWords(target, 'this file');
  const reach = `${capitalized(describeExposure(told))}.`;
  return first === undefined ? reach : `${reach} Whether it starts is not known here: ${printable(first)}.`;
}

/** The verdict in two words, for a status bar. */
export function shortOf(tone: Tone, exposure: Exposure): string {
  const { listen, binds, container, auth, protectedMode, tls, asksForCertificate } = exposure;
  if (tone === 'refused') return 'Not startable';
  if (tone === 'unknown') return 'Reach unknown';
  if (listen === 'none') return 'No listener';
  if (listen === 'loopback') return container === 'proven' && binds !== 'loopback' ? 'Not published' : 'Loopback only';
  if (tone === 'open') return 'No password';
  if (asksForCertificate) return 'Client certificates';
  if (auth === 'open') return protectedMode.isEffective ? 'Protected mode' : 'No password';
  return tls === 'none' ? 'Plain text' : 'Password, TLS';
}

/** What lets others in, or nobody: a published port, a service of a cluster. */
export const publishedWords = ({ published }: Exposure): string => PUBLISHED[published];

/** What a line on the way from the network to the data does. */
export function pathWords(what: DirectiveName, exposure: Exposure): string {
  if (what === 'bind') return LISTEN[exposure.binds];
  if (what === 'user') return AUTH[exposure.auth];
  if (what === 'protected-mode') return exposure.protectedMode.isEffective ? 'protected mode on' : 'protected mode off';
  return TLS[exposure.tls];
}

/** Who can reach the server, in a few words: `open to the network without a password, TLS off`. */
function describeExposure(told: Told): string {
  const { exposure } = told;
  const { binds, listen, auth, protectedMode, tls, asksForCertificate } = exposure;
  if (listen === 'none') return LISTEN.none;
  if (exposure.container === 'proven' && binds !== 'loopback') return describeContainer(told);
  const isCertified = auth === 'open' && asksForCertificate;
  const guarded = auth === 'open' && protectedMode.isEffective && listen !== 'loopback';
  const how = isCertified ? 'for clients with a certificate' : AUTH[auth];
  const access = auth === 'open' || auth === 'password' ? `${LISTEN[listen]} ${how}` : `${LISTEN[listen]}, ${how}`;
  return [access, ...(guarded ? ['only protected mode refuses strangers'] : []), TLS[tls]].join(', ');
}

const PUBLISHED: Readonly<Record<Published, string>> = {
  nobody: 'reached by nobody outside its container',
  siblings: 'reached by the containers of its network',
  cluster: 'reached by every pod of the cluster',
  host: 'published on this machine alone',
  network: 'published on every interface',
  unknown: 'who reaches it is not known here',
};
const PASSWORD: Readonly<Record<Exposure['auth'], string>> = {
  open: 'no password',
  password: 'with a password',
  off: 'default user off',
  unknown: 'authentication not known here',
};

/** The same of a server in a container, with the part that its image has: who publishes it, who asks, what refuses. */
function describeContainer({ exposure, isUnprotectedByImage }: Told): string {
  const { published, auth, tls, asksForCertificate, protectedMode } = exposure;
  if (auth !== 'open') return `${PUBLISHED[published]}, ${PASSWORD[auth]}, ${TLS[tls]}`;
  if (asksForCertificate) return `${PUBLISHED[published]}, for clients with a certificate, ${TLS[tls]}`;
  const guard = isUnprotectedByImage
    ? 'the image turns protected mode off'
    : protectedMode.isEffective
      ? 'only protected mode refuses strangers'
      : 'protected mode is off';
  return `${PUBLISHED[published]}, ${PASSWORD.open}; ${guard}`;
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
