import { linterCommentOf, ROLE_COMMENT } from '../config/reading/linter-comment.js';
import { ROLES, type Role } from '../rules/rule.js';
import type { ConfigFile } from '../syntax/config-file.js';

/** What the first comment `# redis-conf-lint-role cache` of a file says that the server is used for. */
export function roleFromComment(file: ConfigFile): Role | undefined {
  for (const [, line] of file.lines.telling()) {
    const comment = linterCommentOf(line);
    const role = comment?.word === ROLE_COMMENT && ROLES.find((name) => name === comment.rest.toLowerCase());
    if (role) return role;
  }
  return undefined;
}
