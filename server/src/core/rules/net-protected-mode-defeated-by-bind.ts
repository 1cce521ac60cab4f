import { has } from '../directives/capabilities.js';
import { textOfBytes } from '../syntax/bytes.js';
import { bindLoopbackFix } from './building-blocks/bind-fixes.js';
import { setPasswordFixes } from './building-blocks/password-fixes.js';
import { argumentAt, wholeDirective } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { explicitValue } from './building-blocks/values-in-force.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const netProtectedModeDefeatedByBind: Rule = {
  id: 'net-protected-mode-defeated-by-bind',
  summary: 'protected-mode is on and does nothing, because a bind line switches it off',
  category: 'network',
  severity: 'warning',
  references: ['CWE-1188', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  about: ['protected-mode'],
  reads: ['protected-mode', 'bind', 'requirepass', 'user', 'aclfile', 'exposure'],
  check: checkProtectedModeDefeated,
};

/** Redis 3.2 to 6.2 take a bind line for a decision and stop protecting. Where no line is written, auth-missing says it all. */
function* checkProtectedModeDefeated(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  const mode = explicitValue(config, 'protected-mode');
  const bind = config.inForce('bind')?.from;
  const { auth, isReachable, protectedMode } = config.exposure;
  if (!mode || !bind || !protectedMode.isOn || auth !== 'open' || !isReachable) return;
  if (has(config.target, 'protected-mode-beside-bind')) return;
  const word = textOfBytes(mode.from.args[0]?.value ?? 'yes');
  yield {
    at: argumentAt(mode.from),
    message: `${quote(`protected-mode ${word}`)} does nothing here: before Redis 7.0 a "bind" line switches it off. Set a password.`,
    related: [{ at: wholeDirective(bind), message: 'This line switches it off.' }],
    fixes: () => [...setPasswordFixes(input), ...bindLoopbackFix(input)],
  };
}
