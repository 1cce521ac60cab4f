import { sha256 } from '../acl/sha256.js';
import type { Location } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { Word } from '../syntax/word.js';
import { flawOf } from './building-blocks/bad-passwords.js';
import { type PasswordPlace, passwordPlaces } from './building-blocks/password-places.js';
import { sentinelLines } from './building-blocks/sentinel-lines.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const authPasswordReused: Rule = {
  id: 'auth-password-reused',
  summary: 'two accounts with one password',
  category: 'authentication',
  severity: 'warning',
  references: ['CWE-1391', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  reads: ['masterauth', 'sentinel', 'requirepass', 'masteruser', 'users', 'deployment'],
  check: checkPasswordReused,
};

/** A password (a byte string) or its hash, and whose it is. */
interface Credential {
  /** A user of this server or, after `data `, of the servers that a Sentinel watches. */
  readonly account: string;
  /** How the message begins. */
  readonly subject: string;
  readonly secret: { readonly clear: string } | { readonly hash: string };
  readonly at: Location;
  readonly token: Word;
}

const hashOf = ({ clear }: { readonly clear: string }): string => sha256(clear);

function* checkPasswordReused(input: RuleInput): Iterable<Problem> {
  const credentials = [...credentialsOf(input)];
  // Hashing is the slow part: clear passwords are compared as they are where no hash stands beside them.
  const hasHashes = credentials.some(({ secret }) => 'hash' in secret);
  const first = new Map<string, Credential>();
  for (const credential of credentials) {
    const { secret, account, subject, at, token } = credential;
    const key = 'hash' in secret ? secret.hash : hasHashes ? input.remember(hashOf, token, secret) : secret.clear;
    const earlier = first.get(key);
    if (!earlier) first.set(key, credential);
    if (!earlier || earlier.account === account) continue;
    yield {
      at,
      message: `${subject} has the password of another account: whoever knows it can log in as both. Give each a password of its own.`,
      related: [{ at: earlier.at, message: 'The same password.' }],
    };
  }
}

/** Users first, in clear text or hashed; a placeholder or a weak password is to be replaced anyway. */
function* credentialsOf(input: RuleInput): Iterable<Credential> {
  const { config, guessHash, remember } = input;
  const places = passwordPlaces(input);
  const bad = new Set(places.filter((place) => flawOf(place, remember)).map(({ bytes }) => bytes));
  for (const user of config.users) {
    if (user.describedBy === 'aclfile' && config.dialect !== 'acl') continue;
    for (const { clear, hash, rule } of user.effective.passwords) {
      if (!rule || (clear === undefined ? guessHash(hash) !== undefined : bad.has(clear))) continue;
      const at = { ...user.at, at: { start: rule.word.start, end: rule.word.end } };
      const secret = clear === undefined ? { hash } : { clear };
      yield { account: user.name, subject: 'This user', secret, at, token: rule.word };
    }
  }
  const accountOf = accountsIn(config);
  for (const place of places) {
    const account = accountOf(place);
    if (account !== undefined && !bad.has(place.bytes)) {
      yield { account, subject: `"${place.label}"`, secret: { clear: place.bytes }, at: place.at, token: place.token };
    }
  }
}

/** Whose password a directive holds: both ends of a link have the same one, and that is no reuse. */
function accountsIn(config: ResolvedConfiguration): (place: PasswordPlace) => string | undefined {
  const ownUser = sentinelLines(config, 'sentinel-user')[0]?.args[0] ?? 'default';
  const userByMaster = new Map(
    sentinelLines(config, 'auth-user')
      .map(({ args: [master, user] }) => [master, user] as const)
      .reverse(),
  );
  return ({ kind, label, names }) => {
    switch (kind) {
      case 'requirepass':
        return 'default';
      case 'masterauth':
        return config.inForce('masteruser')?.values[0] || 'default';
      case 'user':
        return undefined;
      case 'sentinel':
        return label === 'sentinel auth-pass' ? `data ${userByMaster.get(names[0]) ?? 'default'}` : ownUser;
    }
  };
}
