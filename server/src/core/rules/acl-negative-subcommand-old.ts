import { replaceAt } from './building-blocks/edits.js';
import { refusalRule } from './refusal-rule.js';

export const aclNegativeSubcommandOld = refusalRule({
  id: 'acl-negative-subcommand-old',
  summary: 'a subcommand taken away, which is possible from Redis 7.0 on',
  category: 'acl',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  codes: ['acl-subcommand-removal-unsupported'],
  message:
    'Before Redis 7.0 single subcommands cannot be taken away: the server refuses to start. Remove the whole command.',
  fixes: ({ at, name }) => [
    {
      title: 'Take the whole command away',
      effect: 'access',
      consequence: 'The user loses every subcommand of it, also those that its clients need.',
      edits: [replaceAt(at, `-${name.slice(0, name.indexOf('|'))}`)],
    },
  ],
});
