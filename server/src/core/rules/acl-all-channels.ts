import { allowedAmong, PUBSUB } from './building-blocks/acl-commands.js';
import { hasAdminName, lastKeyword, ruleAt, userLabel } from './building-blocks/acl-users.js';
import { userRule } from './user-rule.js';

/** Sentinel needs them all. Without a command for channels they matter to nobody. */
export const aclAllChannels = userRule({
  id: 'acl-all-channels',
  summary: 'an application user that may use every channel',
  category: 'acl',
  severity: 'information',
  references: ['CWE-272', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'acl'],
  users: 'usable',
  check: (user, { config }) => {
    if (user.effective.permissions.channels !== 'all' || hasAdminName(user) || /sentinel/i.test(user.name))
      return undefined;
    const rule = lastKeyword(user, 'allchannels');
    if (!rule || allowedAmong(config, user, PUBSUB, true).length === 0) return undefined;
    return {
      at: ruleAt(user, rule),
      message: `${userLabel(user)} may subscribe and publish to every channel. Name its channels: "resetchannels &app:*".`,
    };
  },
});
