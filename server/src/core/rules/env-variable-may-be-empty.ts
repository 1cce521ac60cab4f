import { type FilledPassword, filledPasswords, requireVariable } from './building-blocks/filled-passwords.js';
import { quote } from './building-blocks/quote.js';
import { PASSWORD_TRIGGERS } from './building-blocks/written-passwords.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const envVariableMayBeEmpty: Rule = {
  id: 'env-variable-may-be-empty',
  summary: 'a variable that holds a password, and without which the server asks for none',
  category: 'deployment',
  severity: 'warning',
  references: ['CWE-258', 'https://docs.docker.com/reference/compose-file/interpolation/'],
  dialects: ['server', 'sentinel', 'acl'],
  reads: ['deployment', ...PASSWORD_TRIGGERS],
  check: checkEnvVariableMayBeEmpty,
};

function* checkEnvVariableMayBeEmpty({ config }: RuleInput): Iterable<Problem> {
  for (const password of filledPasswords(config)) {
    const { fillIn } = password;
    const what = whatFollows(password);
    if (fillIn.name === '' || what === undefined) continue;
    yield {
      at: fillIn.at,
      message: `Where ${quote(fillIn.name)} is not set, ${what}. ${remedyFor(password)}`,
      state: fillIn.name,
      fixes: () => requireVariable(config, fillIn),
    };
  }
}

/** An unquoted word vanishes: then the next option is taken for the password, and the server refuses what is left. */
function whatFollows({ fillIn: { by, ifUnset }, directive, whenEmpty }: FilledPassword): string | undefined {
  if (whenEmpty === 'open' && directive === 'user' && (ifUnset === 'empty' || ifUnset === 'nothing')) {
    return 'the password of this "user" is empty, and anybody can log in';
  }
  if (ifUnset !== 'empty') return undefined;
  if (whenEmpty === 'open') return '"requirepass" is empty, and the server asks for no password';
  // Compose starts all the same, with a warning that scrolls by.
  return whenEmpty === 'refuses' && by === 'compose'
    ? '"requirepass" has no value, and the server refuses to start'
    : undefined;
}

const remedyFor = ({ fillIn: { by } }: FilledPassword): string =>
  by === 'systemd' ? 'Set it in a file that "EnvironmentFile=" names.' : 'Write ":?" behind its name.';
