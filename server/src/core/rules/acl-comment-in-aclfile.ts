import type { LoadProblem } from '../config/load-problem.js';
import { formatTarget } from '../directives/target.js';
import { groupBy } from '../text/group-by.js';
import { removeLine } from './building-blocks/edits.js';
import type { Impact, Problem, Rule, RuleInput } from './rule.js';

export const aclCommentInAclfile: Rule = {
  id: 'acl-comment-in-aclfile',
  summary: 'a comment in an ACL file, which servers before Redis 8.8 refuse',
  category: 'acl',
  severity: 'error',
  references: ['https://github.com/redis/redis/pull/14461'],
  dialects: ['server', 'sentinel', 'acl'],
  loadProblems: ['acl-comment'],
  reads: ['acl-comment'],
  check: checkComment,
};

/** Where the target takes comments, a server that refuses them now may let in whom nobody asked about. */
function impactOf({ isFatal }: LoadProblem): Impact {
  return isFatal
    ? { effect: 'safe', isPreferred: true }
    : { effect: 'access', consequence: 'A server that refuses the file today then starts and lets its users in.' };
}

/** One finding for all comments of a file: they have one cause and one remedy. */
function* checkComment(input: RuleInput): Iterable<Problem> {
  for (const own of groupBy(input.config.problemsOf('acl-comment'), ({ at }) => at.source).values()) {
    const [cause, ...others] = own;
    if (!cause || (!cause.isFatal && input.targetCertainty !== 'guessed')) continue;
    const refuses = cause.isFatal
      ? `${formatTarget(input.config.target)} refuses`
      : 'Redis before 8.8, and Valkey, refuse';
    const these = others.length === 0 ? 'this line. Remove it' : `these ${own.length} lines. Remove them`;
    yield {
      at: cause.at,
      cause,
      message: `ACL files cannot hold comments: ${refuses} to start with ${these}.`,
      severity: cause.isFatal ? 'error' : 'warning',
      related: others.map(({ at }) => ({ at, message: 'Another comment.' })),
      fixes: () => [
        {
          ...impactOf(cause),
          title: others.length === 0 ? 'Remove the comment' : `Remove ${own.length} comments`,
          edits: own.map(({ at }) => removeLine(at)),
        },
      ],
    };
  }
}
