import { badPasswords } from './building-blocks/bad-passwords.js';
import { replacePasswordFixes } from './building-blocks/password-fixes.js';
import { isKnownReachable, severityOfPassword } from './building-blocks/severity-by-exposure.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const authPasswordPlaceholder: Rule = {
  id: 'auth-password-placeholder',
  summary: 'a placeholder where a password belongs: the server takes it literally',
  category: 'authentication',
  severity: 'error',
  references: ['CWE-1392', 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  dialects: ['server', 'sentinel', 'acl'],
  checksLooks: true,
  reads: ['masterauth', 'sentinel', 'requirepass', 'users', 'exposure'],
  check: checkPasswordPlaceholder,
};

/** In a template a placeholder is right. */
function* checkPasswordPlaceholder(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  if (config.exposure.origin === 'template') return;
  for (const { place, flaw } of badPasswords(input)) {
    if (flaw.code !== 'placeholder') continue;
    const isMarker = flaw.kind === 'marker';
    yield {
      at: place.at,
      message: isMarker
        ? `The server expands no variables: the placeholder itself is the password of "${place.label}". Render the file first, or put the password here.`
        : `The password of "${place.label}" is a placeholder that was never replaced. Replace it with a random one.`,
      state: flaw.kind,
      severity: isMarker
        ? 'warning'
        : severityOfPassword(config, place, isKnownReachable(config) ? 'error' : 'warning'),
      fixes: () => replacePasswordFixes(config, place),
    };
  }
}
