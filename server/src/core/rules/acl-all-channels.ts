import { allowedAmong } from './building-blocks/acl-commands.js';
import { hasAdminName, lastKeyword, ruleAt, usableUsers, userLabel } from './building-blocks/acl-users.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclAllChannels: Rule = {
  id: 'acl-all-channels',
  summary: 'an application user that may use every channel',
  category: 'acl',
  severity: 'information',
  references: ['CWE-272', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'acl'],
  reads: ['users'],
  check: checkAllChannels,
};

const PUBSUB = ['subscribe', 'psubscribe', 'publish', 'ssubscribe', 'spublish'];

/** Sentinel needs them all. Without a command for channels they matter to nobody. */
function* checkAllChannels({ config }: RuleInput): Iterable<Problem> {
  for (const user of usableUsers(config)) {
    if (user.effective.permissions.channels !== 'all' || hasAdminName(user) || /sentinel/i.test(user.name)) continue;
    if (allowedAmong(config, user, PUBSUB, true).length === 0) continue;
    const rule = lastKeyword(user, 'allchannels');
    if (!rule) continue;
    yield {
      at: ruleAt(user, rule),
      message: `${userLabel(user)} may listen to and write into every channel. Name its channels: "resetchannels &app:*".`,
    };
  }
}
