import { badPasswords } from './building-blocks/bad-passwords.js';
import { replacePasswordFixes } from './building-blocks/password-fixes.js';
import { severityOfPassword } from './building-blocks/severity-by-exposure.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const authPasswordDocExample: Rule = {
  id: 'auth-password-doc-example',
  summary: 'a password copied from documentation',
  category: 'authentication',
  severity: 'error',
  references: ['CWE-1392', 'CWE-798', 'https://redis.io/docs/latest/commands/acl-genpass/'],
  dialects: ['server', 'sentinel', 'acl'],
  reads: ['masterauth', 'sentinel', 'requirepass', 'users', 'exposure', 'deployment'],
  check: checkPasswordDocExample,
};

function* checkPasswordDocExample(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  for (const { place, flaw } of badPasswords(input)) {
    if (flaw.code !== 'published') continue;
    yield {
      at: place.at,
      message: `The password of "${place.label}" is an example from the documentation, known to everybody. Replace it with a random one.`,
      severity: severityOfPassword(config, place, 'error'),
      fixes: () => replacePasswordFixes(config, place),
    };
  }
}
