import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { flawOfPassword } from './building-blocks/bad-passwords.js';
import { filledPasswords, requireVariable } from './building-blocks/filled-passwords.js';
import { quote } from './building-blocks/quote.js';
import { PASSWORD_TRIGGERS } from './building-blocks/written-passwords.js';
import type { Problem, Rule, RuleInput, Severity } from './rule.js';

export const envDefaultPassword: Rule = {
  id: 'env-default-password',
  summary: 'a variable that holds a password has a default, which everybody can read',
  category: 'deployment',
  severity: 'error',
  references: ['CWE-1392', 'https://docs.docker.com/reference/compose-file/interpolation/'],
  dialects: ['server', 'sentinel', 'acl'],
  reads: ['deployment', ...PASSWORD_TRIGGERS],
  check: checkEnvDefaultPassword,
};

function* checkEnvDefaultPassword({ config }: RuleInput): Iterable<Problem> {
  for (const { fillIn } of filledPasswords(config)) {
    const { fallback = '', ifUnset, name } = fillIn;
    if (ifUnset !== 'default' || fallback === '') continue;
    yield {
      at: fillIn.at,
      message: `Where ${quote(name)} is not set, the password is the default that everybody reads here. Remove the default.`,
      state: name,
      severity: severityOf(fallback, config),
      fixes: () => requireVariable(config, fillIn),
    };
  }
}

/** Milder than such a password itself: it may never be used. */
function severityOf(fallback: string, { deployment }: ResolvedConfiguration): Severity {
  const flaw = flawOfPassword(fallback);
  const isFirstGuess = flaw?.code === 'published' || (flaw?.code === 'weak' && flaw.weakness === 'common');
  return isFirstGuess && deployment.published.value === 'network' ? 'error' : 'warning';
}
