import { isRedisOrForkAtLeast } from '../directives/target.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting, removeAllLines } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclPubsubDefaultAllchannels: Rule = {
  id: 'acl-pubsub-default-allchannels',
  summary: 'new users may use every channel',
  category: 'acl',
  severity: 'warning',
  references: ['CWE-276', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server'],
  reads: ['acl-pubsub-default'],
  check: checkPubsubDefault,
};

/** In Redis 6.2 it is the default, and nothing is taken back by writing it down. */
function* checkPubsubDefault({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'acl-pubsub-default');
  if (setting?.lower !== 'allchannels' || !isRedisOrForkAtLeast(config.target, '7.0')) return;
  yield {
    at: argumentAt(setting.from),
    message:
      '"allchannels" gives every user all channels that its rules do not take away. Remove the line, and name channels.',
    fixes: () => [
      removeAllLines(config, 'acl-pubsub-default', 'Remove the line: no channels by default', {
        effect: 'access',
        consequence: 'Users without a channel rule can no longer publish or subscribe.',
      }),
    ],
  };
}
