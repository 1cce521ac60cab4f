import { replaceAt } from './building-blocks/edits.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclNegativeSubcommandOld: Rule = {
  id: 'acl-negative-subcommand-old',
  summary: 'a subcommand taken away, which is possible from Redis 7.0 on',
  category: 'acl',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  loadProblems: ['acl-subcommand-removal-unsupported'],
  reads: ['acl-subcommand-removal-unsupported'],
  check: checkNegativeSubcommandOld,
};

function* checkNegativeSubcommandOld(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('acl-subcommand-removal-unsupported')) {
    yield {
      at: cause.at,
      cause,
      message:
        'Before Redis 7.0 single subcommands cannot be taken away: the server refuses to start. Remove the whole command.',
      fixes: () => [
        {
          title: 'Take the whole command away',
          effect: 'access',
          consequence: 'The user loses every subcommand of it, also those that its clients need.',
          edits: [replaceAt(cause.at, `-${cause.name.slice(0, cause.name.indexOf('|'))}`)],
        },
      ],
    };
  }
}
