import type { Remedy } from './remedy.js';

/** For `tls-auth-clients`. */
export const REQUIRE_CERTIFICATE: Remedy = {
  set: 'yes',
  title: 'Require a certificate: clients without one are refused',
  effect: 'access',
  consequence: 'Clients, replicas and Sentinels without a certificate of the CA that is set are refused.',
};
