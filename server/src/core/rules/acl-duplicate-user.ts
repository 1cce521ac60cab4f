import { userLabel } from './building-blocks/acl-users.js';
import { removeLine } from './building-blocks/edits.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclDuplicateUser: Rule = {
  id: 'acl-duplicate-user',
  summary: 'two lines describe the same user',
  category: 'acl',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  loadProblems: ['acl-duplicate-user'],
  reads: ['acl-duplicate-user'],
  check: checkDuplicateUser,
};

const CONSEQUENCE = {
  effect: 'access',
  consequence: 'The other line alone then says how the user logs in and what it may do.',
} as const;

function* checkDuplicateUser(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('acl-duplicate-user')) {
    const { at, first } = cause;
    yield {
      at,
      cause,
      message: `${userLabel(cause)} is described twice: the server refuses to start. Keep one line.`,
      related: [{ at: first, message: 'First described here.' }],
      fixes: () => [
        { title: 'Remove this line', ...CONSEQUENCE, edits: [removeLine(at)] },
        { title: 'Remove the first line', ...CONSEQUENCE, edits: [removeLine(first)] },
      ],
    };
  }
}
