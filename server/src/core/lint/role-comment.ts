import { ROLES, type Role } from '../rules/rule.js';
import { type ConfigFile, tellingLinesOf } from '../syntax/config-file.js';

const COMMENT = /^\s*#\s*redis-conf-lint-role\s+(\S+)\s*$/;

/** What the first comment `# redis-conf-lint-role cache` of a file says that the server is used for. */
export function roleFromComment(file: ConfigFile): Role | undefined {
  for (const [, line] of tellingLinesOf(file)) {
    const named = line.kind === 'comment' ? COMMENT.exec(line.text)?.[1]?.toLowerCase() : undefined;
    const role = ROLES.find((name) => name === named);
    if (role) return role;
  }
  return undefined;
}
