import type { AclRule } from '../acl/rule-syntax.js';
import type { AclUser } from '../config/users/users.js';
import { lastKeyword, removeRule, ruleAt, userLabel } from './building-blocks/acl-users.js';
import { userRule } from './user-rule.js';

export const aclNopassAfterPassword = userRule({
  id: 'acl-nopass-after-password',
  summary: 'nopass after a password, which it removes',
  category: 'acl',
  severity: 'error',
  references: ['CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  users: 'known',
  check: (user) => {
    const nopass = user.effective.acceptsAnyPassword ? lastKeyword(user, 'nopass') : undefined;
    const lost = nopass && lastPasswordBefore(user, nopass);
    if (!nopass || !lost) return undefined;
    return {
      at: ruleAt(user, nopass),
      message: `"nopass" removes the password before it: any password logs in as ${userLabel(user)}. Remove "nopass".`,
      severity: user.effective.isOn ? 'error' : 'warning',
      related: [{ at: ruleAt(user, lost), message: 'This password has no effect.' }],
      fixes: () => [
        {
          title: 'Remove "nopass": clients must send the password',
          effect: 'access',
          consequence: 'Clients that log in as this user with another password, or with none, are refused.',
          edits: [removeRule(user, nopass)],
        },
      ],
    };
  },
});

const lastPasswordBefore = ({ rules }: AclUser, { word: { start } }: AclRule): AclRule | undefined =>
  rules.findLast(
    (rule) => (rule.kind === 'password' || rule.kind === 'hash') && rule.isAdded && rule.word.end <= start,
  );
