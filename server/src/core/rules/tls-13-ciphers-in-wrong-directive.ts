import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { DirectiveName } from '../directives/catalog.js';
import { replaceAt } from './building-blocks/edits.js';
import { nameOf, partOfArgument } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { explicitValue } from './building-blocks/values-in-force.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const tls13CiphersInWrongDirective: Rule = {
  id: 'tls-13-ciphers-in-wrong-directive',
  summary: 'ciphers of TLS 1.3 and of TLS 1.2 in each other’s directive',
  category: 'tls',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  about: ['tls-ciphers', 'tls-ciphersuites'],
  reads: ['tls-ciphers', 'tls-ciphersuites'],
  check: checkCiphersDirective,
};

const TLS_13_CIPHER = /^TLS_(?:AES|CHACHA20)_/;

function* checkCiphersDirective({ config }: RuleInput): Iterable<Problem> {
  yield* misplaced(config, 'tls-ciphers', 'tls-ciphersuites', (name) => TLS_13_CIPHER.test(name));
  yield* misplaced(config, 'tls-ciphersuites', 'tls-ciphers', (name) => !TLS_13_CIPHER.test(name));
}

function* misplaced(
  config: ResolvedConfiguration,
  directive: DirectiveName,
  other: DirectiveName,
  isForeign: (name: string) => boolean,
): Iterable<Problem> {
  const ciphers = explicitValue(config, directive);
  const names = ciphers?.text.split(/[:, ]+/).filter((name) => name !== '') ?? [];
  const foreign = names.find(isForeign);
  if (!ciphers || foreign === undefined) return;
  const canMove = names.every(isForeign) && config.occurrences(other).length === 0;
  const version = directive === 'tls-ciphers' ? 'TLS 1.3' : 'TLS 1.2';
  yield {
    at: partOfArgument(ciphers.from, 0, foreign),
    message: `${quote(foreign)} is a cipher of ${version}, which "${directive}" does not take. Move it to "${other}".`,
    fixes: () =>
      canMove
        ? [
            {
              title: `Change to "${other}"`,
              effect: 'access',
              consequence: 'Clients that can use none of these ciphers are refused.',
              edits: [replaceAt(nameOf(ciphers.from), other)],
            },
          ]
        : [],
  };
}
