import { TLS_PROTOCOLS } from '../config/showing/vocabulary.js';
import { replaceArguments } from './building-blocks/edits.js';
import { partOfArgument } from './building-blocks/places.js';
import { quoteName, sentence } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const tlsProtocolsUnknown: Rule = {
  id: 'tls-protocols-unknown',
  summary: 'a TLS version that the server does not know',
  category: 'tls',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  loadProblems: ['tls-protocol-unknown'],
  about: ['tls-protocols'],
  reads: ['tls-protocol-unknown'],
  check: checkProtocolsUnknown,
};

/** SSL versions are among them; they are broken besides, but what stops the server is that it does not know them. */
function* checkProtocolsUnknown(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('tls-protocol-unknown')) {
    yield {
      at: cause.occurrence ? partOfArgument(cause.occurrence, 0, cause.name) : cause.at,
      message: sentence(
        `${quoteName(cause.name, TLS_PROTOCOLS)} is not a TLS version that the server knows: it refuses to start.`,
        'Write "TLSv1.2 TLSv1.3", quotes included.',
      ),
      cause,
      fixes: () =>
        cause.occurrence
          ? [
              {
                title: 'Allow TLS 1.2 and 1.3 only',
                effect: 'access',
                consequence: 'The server then starts, and clients that know only older versions are refused.',
                edits: [replaceArguments(cause.occurrence, '"TLSv1.2 TLSv1.3"')],
              },
            ]
          : [],
    };
  }
}
