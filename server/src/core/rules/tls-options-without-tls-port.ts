import type { DirectiveName } from '../directives/catalog.js';
import { nameOf } from './building-blocks/places.js';
import { explicitValue, mayBeOn } from './building-blocks/values-in-force.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const tlsOptionsWithoutTlsPort: Rule = {
  id: 'tls-options-without-tls-port',
  summary: 'a certificate is configured and TLS is off',
  category: 'tls',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  about: ['tls-cert-file', 'tls-key-file', 'tls-ca-cert-file', 'tls-ca-cert-dir'],
  reads: [
    'tls-port',
    'tls-replication',
    'tls-cluster',
    'tls-cert-file',
    'tls-key-file',
    'tls-ca-cert-file',
    'tls-ca-cert-dir',
    'exposure',
    'elsewhere',
  ],
  check: checkTlsOptionsWithoutPort,
};

const OPTIONS: readonly DirectiveName[] = ['tls-cert-file', 'tls-key-file', 'tls-ca-cert-file', 'tls-ca-cert-dir'];

/** Once a file: at the first of them. */
function* checkTlsOptionsWithoutPort({ config }: RuleInput): Iterable<Problem> {
  const port = config.inForce('tls-port');
  if (config.exposure.tls !== 'none' || port?.isKnown === false || config.mayBeSaidElsewhere) return;
  if (mayBeOn(config, 'tls-replication') || mayBeOn(config, 'tls-cluster')) return;
  const option = OPTIONS.map((name) => explicitValue(config, name)).find((value) => value !== undefined);
  if (!option) return;
  yield {
    at: nameOf(option.from),
    message: `"${option.name}" is set and TLS is off: nobody uses it. Set "tls-port", or remove the TLS lines.`,
    tags: ['unnecessary'],
  };
}
