import { badPasswords } from './building-blocks/bad-passwords.js';
import { isTakenLiterally } from './building-blocks/filled-in.js';
import { replacePasswordFixes } from './building-blocks/password-fixes.js';
import type { PasswordPlace } from './building-blocks/password-places.js';
import { isKnownReachable, severityOfPassword } from './building-blocks/severity-by-exposure.js';
import type { Problem, Rule, RuleInput, Severity } from './rule.js';

export const authPasswordPlaceholder: Rule = {
  id: 'auth-password-placeholder',
  summary: 'a placeholder where a password belongs: the server takes it literally',
  category: 'authentication',
  severity: 'error',
  references: ['CWE-1392', 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  dialects: ['server', 'sentinel', 'acl'],
  checksLooks: true,
  reads: ['masterauth', 'sentinel', 'requirepass', 'users', 'exposure', 'deployment'],
  check: checkPasswordPlaceholder,
};

/** In a template a placeholder is right. */
function* checkPasswordPlaceholder(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  if (config.exposure.origin === 'template') return;
  for (const { place, flaw } of badPasswords(input)) {
    if (flaw.code !== 'placeholder') continue;
    const isProven = isTakenLiterally(config, place.at);
    const isMarker = flaw.kind === 'marker';
    yield {
      at: place.at,
      message: isMarker
        ? messageOfMarker(place, isProven)
        : `The password of "${place.label}" is a placeholder that was never replaced. Replace it with a random one.`,
      state: flaw.kind,
      severity: isMarker ? severityOfMarker(isProven) : severityOfWords(config, place),
      fixes: () => replacePasswordFixes(config, place),
    };
  }
}

/** What holds a file alone is not known: a program may render it. */
const severityOfMarker = (isProven: boolean): Severity => (isProven ? 'error' : 'warning');

function severityOfWords(config: RuleInput['config'], place: PasswordPlace): Severity {
  return severityOfPassword(config, place, isKnownReachable(config) ? 'error' : 'warning');
}

function messageOfMarker({ label }: PasswordPlace, isProven: boolean): string {
  return isProven
    ? `Nothing expands this placeholder: it is itself the password of "${label}", for everybody to read. Put a real one in its place.`
    : `The server expands no variables: the placeholder itself is the password of "${label}". Render the file first, or put the password here.`;
}
