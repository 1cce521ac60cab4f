import { has } from '../directives/capabilities.js';
import { valueRule } from './value-rule.js';

/** In Redis 6.2 it is the default, and nothing is taken back by writing it down. */
export const aclPubsubDefaultAllchannels = valueRule({
  id: 'acl-pubsub-default-allchannels',
  summary: 'new users may use every channel',
  category: 'acl',
  severity: 'warning',
  references: ['CWE-276', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server'],
  directive: 'acl-pubsub-default',
  when: ({ lower }, { config }) => lower === 'allchannels' && has(config.target, 'acl-channels-closed'),
  message:
    '"allchannels" gives new users every channel. Remove the line, and name the channels of each user in its rules.',
  remedy: {
    unset: true,
    title: 'Remove the line: no channels by default',
    effect: 'access',
    consequence: 'Users without a channel rule can no longer publish or subscribe.',
  },
});
