import { aclLineOf } from './building-blocks/acl-users.js';
import { nameOf } from './building-blocks/places.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const renameAndAclMixed: Rule = {
  id: 'rename-and-acl-mixed',
  summary: 'commands are renamed and users have ACL rules in one configuration',
  category: 'commands',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server'],
  reads: ['user', 'aclfile', 'renames'],
  check: checkMixture,
};

function* checkMixture({ config }: RuleInput): Iterable<Problem> {
  const [rename] = config.renames;
  const acl = aclLineOf(config);
  if (!rename || !acl) return;
  yield {
    at: nameOf(rename.from),
    message:
      'ACL rules know a renamed command by its old name only. Write rules with the old name, or drop "rename-command" and use rules alone.',
    related: [{ at: nameOf(acl), message: 'Users have ACL rules here.' }],
  };
}
