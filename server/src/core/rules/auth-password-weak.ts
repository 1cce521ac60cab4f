import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { AclUser } from '../config/users/users.js';
import { aclSeverity, isRefused } from './building-blocks/acl-users.js';
import { badPasswords } from './building-blocks/bad-passwords.js';
import { replacePasswordFixes } from './building-blocks/password-fixes.js';
import type { PasswordPlace } from './building-blocks/password-places.js';
import { type PasswordWeakness, SHORTEST_PASSWORD } from './building-blocks/password-strength.js';
import { isKnownReachable, severityByExposure, severityOfPassword } from './building-blocks/severity-by-exposure.js';
import type { Problem, Rule, RuleInput, Severity } from './rule.js';

export const authPasswordWeak: Rule = {
  id: 'auth-password-weak',
  summary: 'a password that can be guessed',
  category: 'authentication',
  severity: 'error',
  references: ['CWE-521', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  checksLooks: true,
  reads: ['acl-syntax', 'masterauth', 'sentinel', 'requirepass', 'users', 'exposure', 'deployment'],
  check: checkPasswordWeak,
};

function* checkPasswordWeak(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  for (const { place, flaw } of badPasswords(input)) {
    if (flaw.code !== 'weak') continue;
    const user = flaw.weakness === 'empty' ? userAt(config, place) : undefined;
    // `> secret`: the blank is the mistake, and the word after it is refused.
    if (user && isRefused(config, user)) continue;
    yield {
      at: place.at,
      message: `The password of ${flaw.weakness === 'empty' ? `"${place.label}"` : labelOf(place)} ${whyWeak(flaw.weakness)}. ${remedyFor(place)}`,
      severity: severityOf(config, place, flaw.weakness, user),
      fixes: () => replacePasswordFixes(config, place),
    };
  }
}

function userAt({ users }: ResolvedConfiguration, place: PasswordPlace): AclUser | undefined {
  return users.find(({ at: { source, line } }) => source === place.at.source && line === place.at.line);
}

/** An empty password logs anybody in who names the user, past protected mode: as bad as none, once the user is on. */
function severityOf(
  config: ResolvedConfiguration,
  place: PasswordPlace,
  weakness: PasswordWeakness,
  user: AclUser | undefined,
): Severity {
  if (weakness === 'empty') {
    if (user && !user.effective.isOn) return 'information';
    return user ? aclSeverity(config, user) : severityByExposure(config.exposure);
  }
  const isFirstGuess = weakness === 'common' || weakness === 'name';
  const isOwn = place.kind === 'requirepass' || place.kind === 'user';
  return severityOfPassword(config, place, isFirstGuess && isOwn && isKnownReachable(config) ? 'error' : 'warning');
}

/** Without the name of the user where that would give the password away. */
function labelOf({ kind, label, value }: PasswordPlace): string {
  return kind === 'user' && label.toLowerCase().includes(value.toLowerCase()) ? 'this user' : `"${label}"`;
}

function whyWeak(weakness: PasswordWeakness): string {
  switch (weakness) {
    case 'empty':
      return 'is empty: everybody who knows the name can log in';
    case 'common':
      return 'is among the first that attackers try';
    case 'name':
      return 'can be guessed from the name beside it';
    case 'repeated':
      return 'is one character, repeated';
    case 'digits':
      return 'is made of digits only';
    case 'short':
      return `is shorter than ${SHORTEST_PASSWORD} characters, too short against automatic guessing`;
    case 'predictable':
      return 'is made of common words and patterns';
  }
}

/** A password that another server checks has to change there first. */
function remedyFor({ kind }: PasswordPlace): string {
  return kind === 'masterauth' || kind === 'sentinel'
    ? 'Change it on the server that checks it, then here.'
    : 'Replace it with a long random one.';
}
