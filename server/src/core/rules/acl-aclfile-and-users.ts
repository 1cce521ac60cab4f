import type { Occurrence } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { aclFileOf } from './building-blocks/acl-users.js';
import { appendTo, removeLine } from './building-blocks/edits.js';
import { nameOf } from './building-blocks/places.js';
import { refusalRule } from './refusal-rule.js';
import type { Fix } from './rule.js';

export const aclAclfileAndUsers = refusalRule({
  id: 'acl-aclfile-and-users',
  summary: 'user lines beside an ACL file',
  category: 'acl',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel'],
  codes: ['acl-file-and-users'],
  message: 'With an ACL file and "user" lines the server refuses to start. Move the users into the ACL file.',
  related: ({ users }) => users.map((user) => ({ at: nameOf(user), message: 'A user is defined here.' })),
  fixes: ({ users }, { config }) => moveFixes(config, users),
});

/** None where the ACL file is not at hand, or where a word needs quotes, which ACL files don't have. */
function moveFixes(config: ResolvedConfiguration, users: readonly Occurrence[]): readonly Fix[] {
  const target = aclFileOf(config);
  const needsQuotes = users.some(({ args }) => args.some(({ raw, quote }) => quote !== 'plain' || raw === ''));
  if (!target || needsQuotes) return [];
  const lines = users.map(({ args }) => `user ${args.map(({ raw }) => raw).join(' ')}`);
  const title = 'Move the users into the ACL file';
  const consequence = 'The server then starts with the users of both files: check who may log in.';
  return [{ title, effect: 'access', consequence, edits: [...users.map(removeLine), appendTo(target, ...lines)] }];
}
