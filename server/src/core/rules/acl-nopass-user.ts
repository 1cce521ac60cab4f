import { isEmptySet } from '../acl/command-set.js';
import type { AclUser } from '../config/users/users.js';
import { aclSeverity, lastKeyword, removeRule, ruleAt, usableUsers, userLabel } from './building-blocks/acl-users.js';
import { replaceAt } from './building-blocks/edits.js';
import { GENERATED_SECRET, type Problem, type Rule, type RuleInput } from './rule.js';

export const aclNopassUser: Rule = {
  id: 'acl-nopass-user',
  summary: 'a user that any password logs in',
  category: 'acl',
  severity: 'error',
  references: ['CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  reads: ['users', 'exposure'],
  check: checkNopassUser,
};

/** The default user, and `nopass` after a password, have rules of their own. Protected mode only looks at the default user. */
function* checkNopassUser({ config }: RuleInput): Iterable<Problem> {
  for (const user of usableUsers(config)) {
    if (!user.effective.acceptsAnyPassword) continue;
    const nopass = lastKeyword(user, 'nopass');
    if (!nopass || !mayDoAnything(user)) continue;
    const hasPassword = user.rules.some(({ kind, word }) => kind === 'password' && word.end < nopass.word.start);
    if (hasPassword) continue;
    const at = ruleAt(user, nopass);
    yield {
      at,
      message: `Any password logs in as ${userLabel(user)}: it has "nopass". Give it a password.`,
      severity: aclSeverity(config, user),
      fixes: () => [
        {
          title: 'Set a generated password: clients must send it',
          effect: 'access',
          consequence: 'Clients that log in as this user with another password are refused.',
          edits: [replaceAt(at, `>${GENERATED_SECRET}`)],
        },
        {
          title: 'Remove "nopass": nobody can log in then',
          effect: 'access',
          consequence: 'Clients that log in as this user are refused until it has a password.',
          edits: [removeRule(user, nopass)],
        },
      ],
    };
  }
}

function mayDoAnything({ effective: { permissions, selectors } }: AclUser): boolean {
  return [permissions, ...selectors].some(({ commands }) => !isEmptySet(commands));
}
