import type { AclRule } from '../acl/rule-syntax.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { AclUser } from '../config/users/users.js';
import { has } from '../directives/capabilities.js';
import { allowedAmong, mayRunEverything, PUBSUB } from './building-blocks/acl-commands.js';
import { isUsable, ruleAt } from './building-blocks/acl-users.js';
import { userRule } from './user-rule.js';

/** New users may use every channel in Redis 6.2 and none from 7.0 on. */
export const aclChannelsUnsetOn7 = userRule({
  id: 'acl-channels-unset-on-7',
  summary: 'publish or subscribe allowed, but no channel',
  category: 'acl',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'acl'],
  users: 'known',
  check: (user, { config }) => {
    if (
      !isUsable(user.effective) ||
      !config.aclLanguage.dialect.hasChannels ||
      allowedAmong(config, user, PUBSUB, false).length === 0
    )
      return undefined;
    const named = grantOfChannelCommands(user);
    const grant = named ?? grantOfEverything(config, user);
    const isUpgrade = !has(config.target, 'acl-channels-closed');
    if (!grant || (isUpgrade ? namesChannels(user) : hasChannels(user))) return undefined;
    return {
      at: ruleAt(user, grant),
      message: isUpgrade
        ? 'From Redis 7.0 on a user may use no channel unless its rules name it. Add its channels: "&app:*".'
        : named
          ? 'No channel is allowed, so this has no effect: every call is refused. Add the channels: "&app:*".'
          : 'All commands and all keys, but no channel: PUBLISH and SUBSCRIBE are refused. Add the channels: "&app:*".',
    };
  },
});

const hasChannels = ({
  effective: {
    permissions: { channels },
  },
}: AclUser): boolean => channels === 'all' || channels.length > 0;

const namesChannels = ({ rules }: AclUser): boolean =>
  rules.some(({ kind, word }) => kind === 'channel' || /^(&|allch|resetch)/i.test(word.value));

const grantOfChannelCommands = ({ rules }: AclUser): AclRule | undefined =>
  rules.find(
    (rule) =>
      (rule.kind === 'command' && rule.isAllowed && /^(p|s)?(subscribe|publish)$/i.test(rule.name)) ||
      (rule.kind === 'category' && rule.isAllowed && /^pubsub$/i.test(rule.name)),
  );

/** Of a user that may run all commands on all keys: channels were meant too. With fewer of either nobody can tell. */
function grantOfEverything(config: ResolvedConfiguration, user: AclUser): AclRule | undefined {
  if (user.effective.permissions.keys !== 'all' || !mayRunEverything(config, user)) return undefined;
  return user.rules.find(
    (rule) =>
      (rule.kind === 'keyword' && rule.keyword === 'allcommands') ||
      (rule.kind === 'category' && rule.isAllowed && /^all$/i.test(rule.name)),
  );
}
