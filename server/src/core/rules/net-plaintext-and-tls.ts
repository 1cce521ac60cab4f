import { setDirective } from './building-blocks/insert-directive.js';
import { argumentAt } from './building-blocks/places.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const netPlaintextAndTls: Rule = {
  id: 'net-plaintext-and-tls',
  summary: 'the plain port stays open beside the TLS port',
  category: 'network',
  severity: 'warning',
  references: ['CWE-319', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  about: ['port'],
  reads: ['tls-port', 'port', 'exposure', 'elsewhere'],
  check: checkPlaintextAndTls,
};

function* checkPlaintextAndTls({ config }: RuleInput): Iterable<Problem> {
  const { listen, tls } = config.exposure;
  const tlsPort = config.inForce('tls-port')?.from;
  if (tls !== 'both' || !tlsPort || listen === 'loopback' || config.mayBeSaidElsewhere) return;
  const port = config.inForce('port');
  const number = port?.values[0] ?? '6379';
  const shown = /^\d{1,5}$/.test(number) ? `Port ${number}` : 'The plain port';
  yield {
    at: argumentAt(port?.from ?? tlsPort),
    message: `${shown} stays open beside the TLS port: clients that use it send passwords in clear text. Set "port 0" when all use TLS.`,
    fixes: () => [
      {
        title: 'Close the plain port: clients must use TLS',
        effect: 'access',
        consequence: 'Clients, replicas and Sentinels that do not use the TLS port yet can no longer connect.',
        edits: [setDirective(config, 'port', '0')],
      },
    ],
  };
}
