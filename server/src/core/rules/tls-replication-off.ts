import { setDirective } from './building-blocks/insert-directive.js';
import { nameOf } from './building-blocks/places.js';
import { explicitValue, mayBeOn } from './building-blocks/values-in-force.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const tlsReplicationOff: Rule = {
  id: 'tls-replication-off',
  summary: 'clients use TLS, but the link to the primary does not',
  category: 'tls',
  severity: 'warning',
  references: ['CWE-319', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  dialects: ['server'],
  about: ['tls-replication'],
  reads: ['replicaof', 'tls-replication', 'exposure', 'elsewhere'],
  check: checkTlsReplicationOff,
};

/** A replica that serves no TLS itself is repl-plaintext-link's. */
function* checkTlsReplicationOff({ config }: RuleInput): Iterable<Problem> {
  const replicaof = explicitValue(config, 'replicaof');
  if (!replicaof || replicaof.lower === 'no' || config.exposure.tls === 'none') return;
  if (mayBeOn(config, 'tls-replication') || config.mayBeSaidElsewhere) return;
  yield {
    at: nameOf(replicaof.from),
    message: `"${replicaof.from.directive.name.raw}" fetches password and data without TLS, which "tls-port" does not cover. Set "tls-replication yes".`,
    fixes: () => [
      {
        title: 'Set tls-replication to yes (replicaof: the TLS port)',
        effect: 'access',
        consequence: 'The link breaks unless "replicaof" names the TLS port of the primary.',
        edits: [setDirective(config, 'tls-replication', 'yes', replicaof.from)],
      },
    ],
  };
}
