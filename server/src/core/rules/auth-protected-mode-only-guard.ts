import { textOfBytes } from '../syntax/bytes.js';
import { bindLoopbackFix } from './building-blocks/bind-fixes.js';
import { setPasswordFixes } from './building-blocks/password-fixes.js';
import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { mayBeDefeatedByBind } from './building-blocks/strangers.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const authProtectedModeOnlyGuard: Rule = {
  id: 'auth-protected-mode-only-guard',
  summary: 'protected-mode is all that keeps other machines out',
  category: 'authentication',
  severity: 'warning',
  references: ['CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  about: ['protected-mode'],
  reads: ['protected-mode', 'requirepass', 'user', 'aclfile', 'bind', 'users', 'exposure', 'elsewhere'],
  check: checkProtectedModeOnlyGuard,
};

/** Only where somebody wrote the line and relies on it; otherwise auth-missing says it. */
function* checkProtectedModeOnlyGuard(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  const from = config.inForce('protected-mode')?.from;
  const { listen, protectedMode } = config.exposure;
  if (!from || !protectedMode.isEffective || listen === 'loopback' || listen === 'none') return;
  const { state, decidedBy } = config.defaultUser;
  if (state !== 'open' || decidedBy !== 'built-in' || config.mayBeSaidElsewhere) return;
  const word = textOfBytes(from.args[0]?.value ?? 'yes');
  const limit = mayBeDefeatedByBind(input) ? ', and before Redis 7.0 a "bind" line disables it' : '';
  yield {
    at: argumentAt(from),
    message: `No password is set: only ${quote(`protected-mode ${word}`)} keeps other machines out${limit}. Set "requirepass", or define ACL users.`,
    fixes: () => [...setPasswordFixes(input), ...bindLoopbackFix(input)],
  };
}
