import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { severityByExposure } from './building-blocks/severity-by-exposure.js';
import { asksForPassword, isOutOfReach } from './building-blocks/strangers.js';
import type { Impact, Problem, Rule, RuleInput, Severity } from './rule.js';

export const netProtectedModeOff: Rule = {
  id: 'net-protected-mode-off',
  summary: 'protected-mode is switched off',
  category: 'network',
  severity: 'error',
  references: ['CWE-1188', 'CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  about: ['protected-mode'],
  reads: ['protected-mode', 'exposure', 'elsewhere'],
  check: checkProtectedMode,
};

/** It is the last guard of a server without a password; with a password in force it has nothing left to do. */
function* checkProtectedMode({ config }: RuleInput): Iterable<Problem> {
  const value = config.inForce('protected-mode');
  if (!value?.from || !value.isKnown || config.exposure.protectedMode.isOn) return;
  const at = argumentAt(value.from);
  yield {
    at,
    message: `"protected-mode" is "no": ${consequenceOf(config.exposure)}. Set it to "yes".`,
    severity: severityOf(config),
    fixes: () => [{ ...impactOn(config), title: 'Set protected-mode to yes', edits: [replaceAt(at, 'yes')] }],
  };
}

/** It refuses who connects from another machine while the default user has no password (measured on 7.0.15). */
function impactOn(config: RuleInput['config']): Impact {
  return asksForPassword(config) || isOutOfReach(config)
    ? { effect: 'safe', isPreferred: true }
    : {
        effect: 'access',
        consequence: 'Clients on other machines are refused unless the default user has a password: set one first.',
      };
}

function consequenceOf({ auth, asksForCertificate }: RuleInput['config']['exposure']): string {
  if (auth === 'unknown') return 'whether anybody has to log in is not known here';
  if (auth !== 'open') return 'the server is open as soon as its password is removed';
  return asksForCertificate ? 'only client certificates keep strangers out' : 'no password is set either';
}

function severityOf({ exposure }: RuleInput['config']): Severity {
  const { auth, listen, asksForCertificate, container } = exposure;
  if (auth === 'unknown' && listen !== 'loopback' && listen !== 'none' && !asksForCertificate) return 'warning';
  if (auth !== 'open' || asksForCertificate) return 'information';
  if (container === 'proven') return severityByExposure(exposure);
  return listen === 'loopback' || listen === 'none' ? 'warning' : 'error';
}
