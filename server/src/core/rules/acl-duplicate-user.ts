import { userLabel } from './building-blocks/acl-users.js';
import { removeLine } from './building-blocks/edits.js';
import { refusalRule } from './refusal-rule.js';

const CONSEQUENCE = {
  effect: 'access',
  consequence: 'The other line alone then decides how the user logs in and what it may do.',
} as const;

export const aclDuplicateUser = refusalRule({
  id: 'acl-duplicate-user',
  summary: 'two lines define the same user',
  category: 'acl',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  codes: ['acl-duplicate-user'],
  message: (cause) => `${userLabel(cause)} is defined twice: the server refuses to start. Keep one line.`,
  related: ({ first }) => [{ at: first, message: 'First defined here.' }],
  fixes: ({ at, first }) => [
    { title: 'Remove this line', ...CONSEQUENCE, edits: [removeLine(at)] },
    { title: 'Remove the first line', ...CONSEQUENCE, edits: [removeLine(first)] },
  ],
});
