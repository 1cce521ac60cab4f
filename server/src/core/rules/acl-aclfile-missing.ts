import { quote } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclAclfileMissing: Rule = {
  id: 'acl-aclfile-missing',
  summary: 'the ACL file does not exist',
  category: 'acl',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel'],
  loadProblems: ['acl-file-missing'],
  reads: ['acl-file-missing'],
  check: checkAclfileMissing,
};

/** A warning: the file may exist where the server runs. */
function* checkAclfileMissing(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('acl-file-missing')) {
    yield {
      at: cause.at,
      cause,
      message: `${quote(cause.name)} does not exist here; without it the server refuses to start. Create it with "user default off" in it.`,
    };
  }
}
