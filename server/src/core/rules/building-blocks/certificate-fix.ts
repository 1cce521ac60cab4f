import type { Location } from '../../config/occurrence.js';
import type { Fix } from '../rule.js';
import { replaceAt } from './edits.js';

/** Sets `tls-auth-clients`, whose value is at a place, to yes. */
export function requireCertificate(at: Location): Fix {
  return {
    title: 'Require a certificate: clients without one are refused',
    effect: 'access',
    consequence: 'Clients, replicas and Sentinels without a certificate of the CA that is set are refused.',
    edits: [replaceAt(at, 'yes')],
  };
}
