import { sha256 } from '../acl/sha256.js';
import type { Location, ResolvedConfiguration } from '../config/resolved-configuration.js';
import { textOfBytes } from '../syntax/bytes.js';
import { judge } from './building-blocks/judged-passwords.js';
import { passwordPlaces } from './building-blocks/password-places.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const authPasswordReused: Rule = {
  id: 'auth-password-reused',
  summary: 'two users with one password',
  category: 'authentication',
  severity: 'warning',
  references: ['CWE-1391', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'acl'],
  check: checkPasswordReused,
};

interface Credential {
  readonly user: string;
  readonly hash: string;
  readonly at: Location;
}

function* checkPasswordReused({ config }: RuleInput): Iterable<Problem> {
  const first = new Map<string, Credential>();
  for (const credential of credentialsOf(config)) {
    const earlier = first.get(credential.hash);
    if (!earlier) first.set(credential.hash, credential);
    if (!earlier || earlier.user === credential.user) continue;
    yield {
      at: credential.at,
      message: 'This user has the password of another one: who knows it is both. Give each user a password of its own.',
      related: [{ at: earlier.at, message: 'The same password.' }],
    };
  }
}

/** Clear-text passwords and hashes of users alike; a placeholder or a weak password is to be replaced anyway. */
function* credentialsOf(config: ResolvedConfiguration): Iterable<Credential> {
  const bad = new Set([...passwordPlaces(config)].filter((place) => judge(place)).map(({ bytes }) => bytes));
  for (const user of config.users) {
    if (user.source === 'aclfile' && config.dialect !== 'acl') continue;
    for (const { clear, hash, rule } of user.effective.passwords) {
      if (!rule || (clear !== undefined && bad.has(clear))) continue;
      const at = { ...user.at, at: { start: rule.word.start, end: rule.word.end } };
      yield { user: textOfBytes(user.name), hash: hash ?? sha256(clear), at };
    }
  }
}
