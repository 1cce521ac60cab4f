import { isEmptySet } from '../acl/command-set.js';
import type { AclRule } from '../acl/rule-syntax.js';
import type { AclUser } from '../config/users/users.js';
import { aclSeverity, lastKeyword, removeRule, ruleAt, userLabel } from './building-blocks/acl-users.js';
import { replaceAt } from './building-blocks/edits.js';
import { GENERATED_SECRET } from './rule.js';
import { userRule } from './user-rule.js';

/** The default user, and `nopass` after a password, have rules of their own. Protected mode only looks at the default user. */
export const aclNopassUser = userRule({
  id: 'acl-nopass-user',
  summary: 'a user that any password logs in',
  category: 'acl',
  severity: 'error',
  references: ['CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  users: 'usable',
  check: (user, { config }) => {
    const nopass = user.effective.acceptsAnyPassword ? lastKeyword(user, 'nopass') : undefined;
    if (!nopass || !mayDoAnything(user) || hasPasswordBefore(user, nopass)) return undefined;
    const at = ruleAt(user, nopass);
    return {
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
  },
  also: ['exposure'],
});

function mayDoAnything({ effective: { permissions, selectors } }: AclUser): boolean {
  return [permissions, ...selectors].some(({ commands }) => !isEmptySet(commands));
}

const hasPasswordBefore = ({ rules }: AclUser, { word: { start } }: AclRule): boolean =>
  rules.some(({ kind, word }) => kind === 'password' && word.end < start);
