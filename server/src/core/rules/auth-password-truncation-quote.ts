import { replaceAt } from './building-blocks/edits.js';
import { type PasswordPlace, passwordPlaces } from './building-blocks/password-places.js';
import type { Fix, Problem, Rule, RuleInput } from './rule.js';

export const authPasswordTruncationQuote: Rule = {
  id: 'auth-password-truncation-quote',
  summary: 'quotes that became part of a password',
  category: 'authentication',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  checksLooks: true,
  reads: ['masterauth', 'sentinel', 'requirepass', 'users', 'deployment'],
  check: checkPasswordQuotes,
};

const QUOTED = /^(["'])(.+)\1$/;
const BROKEN_OFF = /^["']|["']$/;

/** An ACL file knows no quotes, so there a single one is enough: a blank inside broke the password off. */
function* checkPasswordQuotes(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  for (const place of passwordPlaces(input)) {
    const isInAclFile = config.dialect === 'acl';
    if (!QUOTED.test(place.value) && !(isInAclFile && BROKEN_OFF.test(place.value))) continue;
    yield {
      at: place.at,
      message: `The quotes around the password of "${place.label}" are part of it${isInAclFile ? ', because ACL files have no quotes' : ''}. Remove them.`,
      severity: isInAclFile ? 'error' : 'warning',
      fixes: () => withoutQuotes(place),
    };
  }
}

function withoutQuotes({ value, word, prefix }: PasswordPlace): readonly Fix[] {
  const inner = QUOTED.exec(value)?.[2];
  if (!inner || !/^[\w.+/=@%!*-]+$/.test(inner)) return [];
  const consequence = 'Clients that send the quotes as part of the password are refused.';
  return [{ title: 'Remove the quotes', effect: 'access', consequence, edits: [replaceAt(word, prefix + inner)] }];
}
