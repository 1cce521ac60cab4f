import { allowedAmong, listCommands, mayRunEverything } from './building-blocks/acl-commands.js';
import { appendRules, hasAdminName, usableUsers, userLabel } from './building-blocks/acl-users.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclScriptingAllowed: Rule = {
  id: 'acl-scripting-allowed',
  summary: 'a limited user that may run scripts',
  category: 'acl',
  severity: 'warning',
  references: ['CWE-94', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  reads: ['users'],
  check: checkScriptingAllowed,
};

const SCRIPTING = ['eval', 'evalsha', 'fcall', 'script|load', 'function|load', 'script', 'function', 'eval_ro'];

/** Somebody who took @dangerous away believes that the user is harmless: scripts are not in that category. */
function* checkScriptingAllowed({ config }: RuleInput): Iterable<Problem> {
  for (const user of usableUsers(config)) {
    if (hasAdminName(user) || mayRunEverything(config, user)) continue;
    const found = allowedAmong(config, user, SCRIPTING, false);
    if (found.length === 0) continue;
    const looksHarmless = user.rules.some(
      (rule) => rule.kind === 'category' && !rule.isAllowed && /^(dangerous|admin)$/i.test(rule.name),
    );
    yield {
      at: user.at,
      message: looksHarmless
        ? `${userLabel(user)} may still run ${listCommands(found)}: scripts are not in @dangerous. Add "-@scripting".`
        : `${userLabel(user)} may run ${listCommands(found)}: a flaw in the script engine is then open to it. Add "-@scripting".`,
      severity: looksHarmless ? 'warning' : 'information',
      fixes: () => [
        {
          title: 'Add "-@scripting"',
          effect: 'access',
          consequence: 'Clients of this user that send EVAL, EVALSHA or FCALL, as libraries for locks do, are refused.',
          edits: [appendRules(user, '-@scripting')],
        },
      ],
    };
  }
}
