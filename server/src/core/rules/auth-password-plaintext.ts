import { sha256 } from '../acl/sha256.js';
import { flawOf } from './building-blocks/bad-passwords.js';
import { replaceAt } from './building-blocks/edits.js';
import { passwordPlaces } from './building-blocks/password-places.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const authPasswordPlaintext: Rule = {
  id: 'auth-password-plaintext',
  summary: 'the password of an ACL user in clear text, where its hash would do',
  category: 'authentication',
  severity: 'information',
  references: ['CWE-256', 'CWE-312', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'acl'],
  reads: ['masterauth', 'sentinel', 'requirepass', 'users', 'deployment'],
  check: checkPasswordPlaintext,
};

/** requirepass, masterauth and Sentinel's passwords can't be hashed. A bad password is to be replaced, not hashed. */
function* checkPasswordPlaintext(input: RuleInput): Iterable<Problem> {
  for (const place of passwordPlaces(input)) {
    if (place.kind !== 'user' || flawOf(place, input.remember)) continue;
    yield {
      at: place.at,
      message: `The password of "${place.label}" can be read in this file. Keep its SHA-256 instead, as "#" and 64 hexadecimal digits.`,
      fixes: () => [
        {
          title: 'Replace the password with its SHA-256',
          effect: 'access',
          consequence: 'The password is then no longer in this file: make sure that its users have it.',
          edits: [replaceAt(place.word, `#${sha256(place.bytes)}`)],
        },
      ],
    };
  }
}
