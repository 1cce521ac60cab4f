import { removeLine } from './building-blocks/edits.js';
import { quote } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const renameCommandSubcommand: Rule = {
  id: 'rename-command-subcommand',
  summary: 'rename-command for a subcommand, which crashes the server',
  category: 'commands',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  loadProblems: ['rename-subcommand'],
  reads: ['rename-subcommand'],
  check: checkSubcommands,
};

function* checkSubcommands(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('rename-subcommand')) {
    yield {
      at: cause.at,
      message: `${quote(cause.name)} is a subcommand: the server dies of renaming it. Remove the line, and take it from users with an ACL rule "-${cause.name.toLowerCase()}".`,
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
      fixes: () => [
        {
          title: 'Remove the line: clients may run it then',
          effect: 'access',
          consequence: 'The subcommand stays open to every client until an ACL rule takes it away.',
          edits: [removeLine(cause.at)],
        },
      ],
    };
  }
}
