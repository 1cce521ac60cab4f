import { removeLine } from './building-blocks/edits.js';
import { quote } from './building-blocks/quote.js';
import { refusalRule } from './refusal-rule.js';

export const renameCommandSubcommand = refusalRule({
  id: 'rename-command-subcommand',
  summary: 'rename-command for a subcommand, which crashes the server',
  category: 'commands',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  codes: ['rename-subcommand'],
  message: ({ name }) =>
    `${quote(name)} is a subcommand: the server crashes at start. Remove the line, and take it from users with the ACL rule "-${name.toLowerCase()}".`,
  fixes: ({ at }) => [
    {
      title: 'Remove the line: clients may run it then',
      effect: 'access',
      consequence: 'The subcommand stays open to every client until an ACL rule takes it away.',
      edits: [removeLine(at)],
    },
  ],
});
