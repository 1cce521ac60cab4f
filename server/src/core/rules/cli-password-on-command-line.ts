import type { Location } from '../config/occurrence.js';
import { literalPasswords, PASSWORD_TRIGGERS } from './building-blocks/written-passwords.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const cliPasswordOnCommandLine: Rule = {
  id: 'cli-password-on-command-line',
  summary: 'a password on a command line, where everybody on the machine can read it',
  category: 'deployment',
  severity: 'warning',
  references: ['CWE-214', 'https://redis.io/docs/latest/develop/tools/cli/'],
  dialects: ['server', 'sentinel'],
  reads: ['deployment', ...PASSWORD_TRIGGERS],
  check: checkCliPasswordOnCommandLine,
};

function* checkCliPasswordOnCommandLine({ config }: RuleInput): Iterable<Problem> {
  const { facts } = config.deployment;
  if (!facts) return;
  for (const { at, label, source } of literalPasswords(config)) {
    if (source.holder === 'command') {
      yield problem(at, `The password in ${label} is`, 'Have it read from a mounted file or a secret.');
    }
  }
  for (const at of facts.passwordsOnCommandLines) {
    yield problem(at, 'A password is', 'Give it to "redis-cli" in "REDISCLI_AUTH".');
  }
}

const problem = (at: Location, what: string, remedy: string): Problem => ({
  at,
  message: `${what} on a command line, where the list of processes shows it. ${remedy}`,
});
