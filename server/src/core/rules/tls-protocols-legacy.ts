import { partOfArgument } from './building-blocks/places.js';
import { valueRule } from './value-rule.js';

export const tlsProtocolsLegacy = valueRule({
  id: 'tls-protocols-legacy',
  summary: 'TLS versions that are broken',
  category: 'tls',
  severity: 'error',
  references: [
    'CWE-327',
    'https://www.rfc-editor.org/rfc/rfc8996',
    'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/',
  ],
  directive: 'tls-protocols',
  when: ({ from, text }) => from.args.length === 1 && legacyIn(text).length > 0,
  at: (from, { text }) => partOfArgument(from, 0, legacyIn(text)[0] ?? ''),
  message: ({ text }) => {
    const legacy = legacyIn(text);
    return `${legacy.map((name) => `"${name}"`).join(' and ')} ${legacy.length === 1 ? 'is' : 'are'} obsolete (RFC 8996). Allow "TLSv1.2 TLSv1.3" only.`;
  },
  remedy: {
    set: '"TLSv1.2 TLSv1.3"',
    title: 'Allow TLS 1.2 and 1.3 only: old clients are refused',
    effect: 'access',
    consequence: 'Clients that know only TLS 1.0 or 1.1 are refused.',
  },
});

/** SSL is unknown to the server: tls-protocols-unknown. */
const legacyIn = (protocols: string): readonly string[] =>
  protocols.split(/\s+/).filter((name) => /^tlsv1(\.1)?$/i.test(name));
