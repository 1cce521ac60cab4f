import { quote } from './building-blocks/quote.js';
import { refusalRule } from './refusal-rule.js';

/** A warning: the file may exist where the server runs. */
export const aclAclfileMissing = refusalRule({
  id: 'acl-aclfile-missing',
  summary: 'the ACL file does not exist',
  category: 'acl',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel'],
  codes: ['acl-file-missing'],
  message: ({ name }) =>
    `${quote(name)} does not exist here; without it the server refuses to start. Create it with "user default off" in it.`,
});
