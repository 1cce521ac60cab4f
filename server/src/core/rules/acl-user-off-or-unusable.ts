import { isRefused, isUsable, userLabel } from './building-blocks/acl-users.js';
import { removeLine } from './building-blocks/edits.js';
import { userRule } from './user-rule.js';

export const aclUserOffOrUnusable = userRule({
  id: 'acl-user-off-or-unusable',
  summary: 'a user that nobody can log in as',
  category: 'acl',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  users: 'known',
  check: (user, { config }) => {
    const { name, effective, at } = user;
    if (name === 'default' || isUsable(effective) || isRefused(config, user)) return undefined;
    return {
      at,
      message: effective.isOn
        ? `Nobody can log in as ${userLabel(user)}: it has no password. Give it one, or remove the line.`
        : `Nobody can log in as ${userLabel(user)}: it is off. Add "on", or remove the line if it is not needed.`,
      fixes: () => [
        {
          title: 'Remove the user',
          effect: 'access',
          consequence: 'ACL SETUSER with "on" then makes a new user of that name, without any rules.',
          edits: [removeLine(at)],
        },
      ],
      tags: ['unnecessary'],
    };
  },
  also: ['acl-syntax'],
});
