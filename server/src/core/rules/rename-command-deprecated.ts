import { has } from '../directives/capabilities.js';
import { aclLineOf } from './building-blocks/acl-users.js';
import { nameOf } from './building-blocks/places.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const renameCommandDeprecated: Rule = {
  id: 'rename-command-deprecated',
  summary: 'commands are renamed where ACLs would do it better',
  category: 'commands',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server'],
  reads: ['user', 'aclfile', 'renames'],
  check: checkRenames,
};

/** Once for a file, however many commands it renames; beside ACL rules `rename-and-acl-mixed` says it. */
function* checkRenames({ config }: RuleInput): Iterable<Problem> {
  const [first] = config.renames;
  if (!first || !has(config.target, 'acl-users') || aclLineOf(config)) return;
  yield {
    at: nameOf(first.from),
    message:
      '"rename-command" is deprecated and applies to everybody, administrators included. Take commands from users with ACL rules instead.',
    tags: ['deprecated'],
  };
}
