import { partOfArgument } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { valueRule } from './value-rule.js';

/** Of what a cipher's name or alias is made; `ALL` includes what has no certificate unless `!aNULL` follows. */
const WEAK_PART = /^(?:e?NULL|aNULL|ADH|AECDH|EXP(?:ORT\d*)?|LOW|RC[24]|3?DES|MD5|COMPLEMENTOFALL)$/i;
const ALL_CIPHERS = /^ALL$/;
const NO_LIMIT = /^@SECLEVEL=0$/i;

export const tlsCiphersWeak = valueRule({
  id: 'tls-ciphers-weak',
  summary: 'ciphers without encryption, without a certificate, or broken ones',
  category: 'tls',
  severity: 'warning',
  references: ['CWE-327', 'https://docs.openssl.org/3.0/man1/openssl-ciphers/'],
  directive: 'tls-ciphers',
  when: ({ text }) => weakIn(text) !== undefined,
  at: (from, { text }) => partOfArgument(from, 0, weakIn(text) ?? ''),
  message: ({ text }) =>
    `${quote(weakIn(text) ?? '')} in "tls-ciphers" allows ciphers that protect little or nothing. Remove it, or the line: the default is sound.`,
  remedy: {
    unset: true,
    title: "Remove the line: OpenSSL's default is in force",
    effect: 'access',
    consequence: 'Clients that know only the ciphers which the default leaves out are refused.',
  },
});

/** The first weak word of a list of ciphers. */
function weakIn(ciphers: string): string | undefined {
  const tokens = ciphers.split(/[:, ]+/);
  const excludesAnonymous = tokens.some((token) => /^[!-]aNULL$/.test(token));
  return tokens.find((token) => isWeak(token) || (ALL_CIPHERS.test(token) && !excludesAnonymous));
}

/** `!` and `-` take ciphers out, `+` only moves them to the end. A name such as `DES-CBC3-SHA` or an intersection such as `kRSA+RC4` is weak by a part. */
function isWeak(token: string): boolean {
  if (/^[!+-]/.test(token)) return false;
  return NO_LIMIT.test(token) || token.split(/[-+_]/).some((part) => WEAK_PART.test(part));
}
