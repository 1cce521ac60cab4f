import { has } from '../directives/capabilities.js';
import { argumentAt } from './building-blocks/places.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const tlsMissing: Rule = {
  id: 'tls-missing',
  summary: 'passwords and data cross the network in clear text',
  category: 'tls',
  severity: 'warning',
  references: ['CWE-319', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  dialects: ['server'],
  isMilderInContainer: true,
  about: ['tls-port'],
  reads: ['bind', 'port', 'exposure', 'start', 'elsewhere'],
  check: checkTlsMissing,
};

/** Without a password there is a worse problem, and others report it. Container networks stay inside a machine mostly. */
function* checkTlsMissing({ config }: RuleInput): Iterable<Problem> {
  const { auth, listen, tls, container } = config.exposure;
  if (tls !== 'none' || (auth !== 'password' && auth !== 'off')) return;
  if (listen !== 'public' && (listen !== 'private' || container === 'proven')) return;
  if (config.mayBeSaidElsewhere) return;
  if (!has(config.target, 'tls')) return;
  const bind = config.inForce('bind')?.from;
  const place = config.inForce('port')?.from ?? bind;
  yield {
    at: place ? argumentAt(place) : config.start,
    message:
      'Passwords and data cross the network in clear text. Serve TLS: set "tls-port", a certificate and "port 0".',
    severity: listen === 'public' && bind ? 'warning' : 'information',
  };
}
