import { replaceAt } from './building-blocks/edits.js';
import { argumentAt, partOfArgument } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const tlsProtocolsLegacy: Rule = {
  id: 'tls-protocols-legacy',
  summary: 'TLS versions that are broken',
  category: 'tls',
  severity: 'error',
  references: [
    'CWE-327',
    'https://www.rfc-editor.org/rfc/rfc8996',
    'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/',
  ],
  reads: ['tls-protocols'],
  check: checkTlsProtocolsLegacy,
};

/** SSL is unknown to the server: tls-protocols-unknown. */
const LEGACY: ReadonlySet<string> = new Set(['tlsv1', 'tlsv1.1']);

function* checkTlsProtocolsLegacy({ config }: RuleInput): Iterable<Problem> {
  const protocols = explicitSetting(config, 'tls-protocols');
  if (protocols?.from.args.length !== 1) return;
  const legacy = protocols.text.split(/\s+/).filter((name) => LEGACY.has(name.toLowerCase()));
  if (legacy.length === 0) return;
  const at = argumentAt(protocols.from);
  yield {
    at: partOfArgument(protocols.from, 0, legacy[0] ?? ''),
    message: `${legacy.map((name) => `"${name}"`).join(' and ')} ${legacy.length === 1 ? 'is' : 'are'} obsolete (RFC 8996). Allow "TLSv1.2 TLSv1.3" only.`,
    fixes: () => [
      {
        title: 'Allow TLS 1.2 and 1.3 only: old clients are refused',
        effect: 'access',
        consequence: 'Clients that know only TLS 1.0 or 1.1 are refused.',
        edits: [replaceAt(at, '"TLSv1.2 TLSv1.3"')],
      },
    ],
  };
}
