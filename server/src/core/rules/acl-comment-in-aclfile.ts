import { formatTarget } from '../directives/target.js';
import { removeLine } from './building-blocks/edits.js';
import { loadProblems, type Problem, type Rule, type RuleInput } from './rule.js';

export const aclCommentInAclfile: Rule = {
  id: 'acl-comment-in-aclfile',
  summary: 'a comment in an ACL file, where there are none before Redis 8.8',
  category: 'acl',
  severity: 'error',
  references: ['https://github.com/redis/redis/pull/14403'],
  dialects: ['server', 'sentinel', 'acl'],
  loadProblems: ['acl-comment'],
  check: checkComment,
};

function* checkComment(input: RuleInput): Iterable<Problem> {
  for (const cause of loadProblems(input, 'acl-comment')) {
    yield {
      at: cause.at,
      cause,
      message: `ACL files have no comments: ${formatTarget(input.config.target)} refuses to start with this one. Remove the line.`,
      fixes: [{ title: 'Remove the comment', safety: 'safe', isPreferred: true, edits: [removeLine(cause.at)] }],
    };
  }
}
