import { formatTarget } from '../directives/target.js';
import { groupBy } from '../text/group-by.js';
import { removeLine } from './building-blocks/edits.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclCommentInAclfile: Rule = {
  id: 'acl-comment-in-aclfile',
  summary: 'a comment in an ACL file, where there are none before Redis 8.8',
  category: 'acl',
  severity: 'error',
  references: ['https://github.com/redis/redis/pull/14461'],
  dialects: ['server', 'sentinel', 'acl'],
  loadProblems: ['acl-comment'],
  reads: ['acl-comment'],
  check: checkComment,
};

/** One finding for all comments of a file: they have one cause and one remedy. */
function* checkComment(input: RuleInput): Iterable<Problem> {
  for (const own of groupBy(input.config.problemsOf('acl-comment'), ({ at }) => at.source).values()) {
    const [cause, ...others] = own;
    if (!cause) continue;
    const these = others.length === 0 ? 'this line. Remove it' : `these ${own.length} lines. Remove them`;
    yield {
      at: cause.at,
      cause,
      message: `ACL files have no comments: ${formatTarget(input.config.target)} refuses to start with ${these}.`,
      related: others.map(({ at }) => ({ at, message: 'Another comment.' })),
      fixes: () => [
        {
          title: others.length === 0 ? 'Remove the comment' : `Remove ${own.length} comments`,
          effect: 'safe',
          isPreferred: true,
          edits: own.map(({ at }) => removeLine(at)),
        },
      ],
    };
  }
}
