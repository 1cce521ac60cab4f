import type { Command } from '../acl/commands.js';
import type { AclUser } from '../config/users/users.js';
import { allowedAmong, listCommands, mayRunEverything } from './building-blocks/acl-commands.js';
import { appendRules, hasAdminName, userLabel } from './building-blocks/acl-users.js';
import { userRule } from './user-rule.js';

const SCRIPTING = ['eval', 'evalsha', 'fcall', 'script|load', 'function|load', 'script', 'function', 'eval_ro'];

export const aclScriptingAllowed = userRule({
  id: 'acl-scripting-allowed',
  summary: 'a limited user that may run scripts',
  category: 'acl',
  severity: 'warning',
  references: ['CWE-94', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  users: 'usable',
  check: (user, { config }) => {
    if (hasAdminName(user) || mayRunEverything(config, user)) return undefined;
    const found = allowedAmong(config, user, SCRIPTING, false);
    if (found.every((command) => isGrantedByName(user, command))) return undefined;
    const isTrusted = looksHarmless(user);
    return {
      at: user.at,
      message: isTrusted
        ? `${userLabel(user)} may still run ${listCommands(found)}: scripts are not in @dangerous. Add "-@scripting".`
        : `${userLabel(user)} may run ${listCommands(found)}: a flaw in the script engine is then open to it. Add "-@scripting".`,
      severity: isTrusted ? 'warning' : 'information',
      fixes: () => [
        {
          title: 'Add "-@scripting"',
          effect: 'access',
          consequence: 'Clients of this user that send EVAL, EVALSHA or FCALL, as libraries for locks do, are refused.',
          edits: [appendRules(user, '-@scripting')],
        },
      ],
    };
  },
});

/** Who writes "+eval" has decided it. */
const isGrantedByName = ({ rules }: AclUser, { name }: Command): boolean =>
  rules.some((rule) => rule.kind === 'command' && rule.isAllowed && rule.name.toLowerCase() === name);

/** Somebody who took @dangerous away believes that the user is harmless: scripts are not in that category. */
const looksHarmless = ({ rules }: AclUser): boolean =>
  rules.some((rule) => rule.kind === 'category' && !rule.isAllowed && /^(dangerous|admin)$/i.test(rule.name));
