import { isRedisOrForkAtLeast } from '../directives/target.js';
import { allowedAmong } from './building-blocks/acl-commands.js';
import { ruleAt, usableUsers } from './building-blocks/acl-users.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclChannelsUnsetOn7: Rule = {
  id: 'acl-channels-unset-on-7',
  summary: 'publish or subscribe allowed, but no channel',
  category: 'acl',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'acl'],
  reads: ['users'],
  check: checkChannelsUnset,
};

const PUBSUB = ['subscribe', 'psubscribe', 'publish', 'ssubscribe', 'spublish'];

/** New users may use every channel in Redis 6.2 and none from 7.0 on. */
function* checkChannelsUnset({ config }: RuleInput): Iterable<Problem> {
  if (!config.aclLanguage.dialect.hasChannels) return;
  const isUpgrade = !isRedisOrForkAtLeast(config.target, '7.0');
  for (const user of usableUsers(config)) {
    const { channels } = user.effective.permissions;
    if (!isUpgrade && (channels === 'all' || channels.length > 0)) continue;
    if (allowedAmong(config, user, PUBSUB, false).length === 0) continue;
    const isSilent = !user.rules.some(({ kind, word }) => kind === 'channel' || /^(&|allch|resetch)/i.test(word.value));
    if (isUpgrade && !isSilent) continue;
    const grant = user.rules.find(
      (rule) =>
        (rule.kind === 'command' && rule.isAllowed && /^(p|s)?(subscribe|publish)$/i.test(rule.name)) ||
        (rule.kind === 'category' && rule.isAllowed && /^pubsub$/i.test(rule.name)),
    );
    if (!grant) continue;
    yield {
      at: ruleAt(user, grant),
      message: isUpgrade
        ? 'From Redis 7.0 on a user may use no channel unless its rules name it. Add its channels: "&app:*".'
        : 'No channel is allowed, so this has no effect: every call is refused. Add the channels: "&app:*".',
    };
  }
}
