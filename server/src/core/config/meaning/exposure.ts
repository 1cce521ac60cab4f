import { has } from '../../directives/capabilities.js';
import { textOfBytes } from '../../syntax/bytes.js';
import type { Deployment, Published } from '../deployment.js';
import type { LoadedValues } from '../occurrence.js';
import type { DefaultUser } from '../users/default-user.js';
import { type AddressReach, classifyAddress } from './address-reach.js';

/**
 * How far away a client can be, widest wins. In a container that is proven, loopback is what shares the machine or the
 * network of containers, private the cluster. `unknown`: a host name, a template placeholder, a variable that decides, or
 * an ACL file alone.
 */
export type ListenReach = 'none' | AddressReach;

/** How open a server is; severities follow from it. Computed once per resolved configuration. */
export interface Exposure {
  /** By the addresses that it binds; in a container that is proven, by what is published. */
  readonly listen: ListenReach;
  /** By the addresses that it binds alone. */
  readonly binds: ListenReach;
  readonly auth: DefaultUser['state'];
  readonly protectedMode: {
    readonly isOn: boolean;
    /** On, and it would really refuse a stranger here: an explicit bind turned it off before Redis 7.0. */
    readonly isEffective: boolean;
  };
  readonly tls: 'none' | 'both' | 'only';
  /** Nobody connects without a certificate of the server's CA: as good as a password. */
  readonly asksForCertificate: boolean;
  readonly role: 'server' | 'replica' | 'cluster' | 'sentinel';
  readonly origin: 'file' | 'fragment' | 'template';
  readonly container: Deployment['container'];
  /** By what starts the server; in a container that is proven only this lets strangers in. */
  readonly published: Published;
  readonly containerSign?: Deployment['containerSign'];
  /** Clients from other machines get an answer other than a refusal: listening beyond loopback, and not merely saved by protected mode or certificates. */
  readonly isReachable: boolean;
}

type Input = Pick<LoadedValues, 'inForce' | 'dialect' | 'target'>;

const WIDTH: Readonly<Record<ListenReach, number>> = { none: 0, loopback: 1, private: 2, unknown: 3, public: 4 };

type Around = Pick<Exposure, 'origin' | 'container' | 'containerSign' | 'published'>;

/** How open a server with these values and this default user is. */
export function computeExposure(
  config: Input,
  defaultUser: DefaultUser,
  { origin, container, containerSign, published }: Around,
): Exposure {
  const binds = listenReach(config, origin);
  const listen = container === 'proven' ? reachInContainer(binds, published) : binds;
  const protectedMode = protectedModeOf(config);
  const isOpenToOthers = listen === 'public' || (listen === 'private' && container !== 'proven');
  const asksForCertificate = asksForCertificateIn(config);
  const savedByProtectedMode = protectedMode.isEffective && (defaultUser.effective?.acceptsAnyPassword ?? false);
  return {
    listen,
    binds,
    auth: defaultUser.state,
    protectedMode,
    tls: tlsOf(config),
    asksForCertificate,
    role: roleOf(config),
    origin,
    container,
    containerSign,
    published,
    isReachable: isOpenToOthers && !savedByProtectedMode && !asksForCertificate,
  };
}

const REACH_OF: Readonly<Record<Published, ListenReach>> = {
  nobody: 'loopback',
  siblings: 'loopback',
  host: 'loopback',
  cluster: 'private',
  network: 'public',
  unknown: 'unknown',
};

/** What it binds decides only whether a container answers at all. */
function reachInContainer(binds: ListenReach, published: Published): ListenReach {
  return binds === 'none' || binds === 'loopback' ? binds : REACH_OF[published];
}

/** What a fragment or a template leaves out is said elsewhere: unknown, not the default. */
function listenReach(config: Input, origin: Exposure['origin']): ListenReach {
  if (config.dialect === 'acl') return 'unknown';
  if (portOf(config, 'port') === 0 && portOf(config, 'tls-port') === 0) return 'none';
  const bind = config.inForce('bind');
  if (bind && !bind.isKnown) return 'unknown';
  if (!bind?.from) return origin === 'fragment' || origin === 'template' ? 'unknown' : 'public';
  return bind.values
    .filter((address) => address !== '')
    .map((address): ListenReach => classifyAddress(textOfBytes(address)))
    .reduce((widest, reach) => (WIDTH[reach] > WIDTH[widest] ? reach : widest), 'none');
}

const USUAL_PORT = 6379;

/**
 * Port of a listener; 0: there is none. Sentinel listens on 26379 unless told otherwise. A port that is not known is taken
 * for the usual one: what is unknown hides nobody.
 */
export function portOf(config: Input, name: 'port' | 'tls-port'): number {
  const value = config.inForce(name);
  if (name === 'port' && config.dialect === 'sentinel' && !value?.from) return 26379;
  if (value && !value.isKnown) return name === 'port' || value.from ? USUAL_PORT : 0;
  const port = Number(value?.values[0] ?? '0');
  return Number.isInteger(port) ? port : 0;
}

/** Redis 6.2 and before: any bind line switches protected mode off in effect. Off by default in Sentinel. */
function protectedModeOf(config: Input): Exposure['protectedMode'] {
  const value = config.inForce('protected-mode');
  if (!value) return { isOn: false, isEffective: false };
  const isOn = value.values[0]?.toLowerCase() === 'yes';
  const defeatedByBind =
    !has(config.target, 'protected-mode-beside-bind') && config.inForce('bind')?.from !== undefined;
  return { isOn, isEffective: isOn && !defeatedByBind };
}

function tlsOf(config: Input): Exposure['tls'] {
  if (portOf(config, 'tls-port') === 0) return 'none';
  return portOf(config, 'port') === 0 ? 'only' : 'both';
}

/** TLS alone listens, and `tls-auth-clients` is `yes`, which is the default. */
function asksForCertificateIn(config: Input): boolean {
  const clients = config.inForce('tls-auth-clients');
  if (tlsOf(config) !== 'only' || !clients?.isKnown) return false;
  return clients.values[0]?.toLowerCase() === 'yes';
}

function roleOf(config: Input): Exposure['role'] {
  if (config.dialect === 'sentinel') return 'sentinel';
  if (config.inForce('cluster-enabled')?.values[0]?.toLowerCase() === 'yes') return 'cluster';
  return config.inForce('replicaof')?.from ? 'replica' : 'server';
}
