import type { Exposure, ListenReach } from '../config/meaning/exposure.js';

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

/** Who can reach the server, in a few words: `open to the network without a password, TLS off`. */
export function describeExposure({ listen, auth, protectedMode, tls, asksForCertificate }: Exposure): string {
  const isCertified = auth === 'open' && asksForCertificate;
  const guarded = auth === 'open' && protectedMode.isEffective && listen !== 'loopback' && listen !== 'none';
  const how = isCertified ? 'for clients with a certificate' : AUTH[auth];
  const access = auth === 'open' || auth === 'password' ? `${LISTEN[listen]} ${how}` : `${LISTEN[listen]}, ${how}`;
  return [access, ...(guarded ? ['only protected mode refuses strangers'] : []), TLS[tls]].join(', ');
}
