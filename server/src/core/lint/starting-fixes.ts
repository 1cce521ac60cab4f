import type { LoadProblem } from '../config/load-problem.js';
import { ownNameOf } from '../directives/catalog.js';
import { lineTextAt } from '../rules/building-blocks/line-text.js';
import { startingFixes } from '../rules/building-blocks/starting-fix.js';
import { keepsStrangersOut } from '../rules/building-blocks/strangers.js';
import type { Fix, Problem, RuleInput } from '../rules/rule.js';
import { once } from '../text/once.js';

/** The name that begins a line, behind a byte order mark or a quote. */
const FIRST_NAME = /^[\s"'\ufeff\u00ef\u00bb\u00bf]*([a-z-]+)/i;
const DECIDES_ACCESS =
  /^(aclfile|bind|include|port|protected-mode|requirepass|tls-auth-clients|tls-port|unixsocket(perm)?|user)$/;

/**
 * What the fixes of a problem are once it is known whether they make the server start: nobody could do anything before,
 * so a fix is safe only if no stranger can do anything after.
 */
export function createStartingFixes(input: RuleInput): (fixes: readonly Fix[], problem: Problem) => readonly Fix[] {
  const isClosed = once(() => keepsStrangersOut(input));
  return (fixes, { cause }) =>
    cause?.isFatal ? startingFixes(fixes, { isClosed, decidesAccess: decidesAccess(input, cause) }) : fixes;
}

/** Whether the line is about who can connect, and does not count yet. The rules of a user count one by one. */
function decidesAccess({ config }: RuleInput, { at, code }: LoadProblem): boolean {
  const name = FIRST_NAME.exec(lineTextAt(config, at))?.[1]?.toLowerCase() ?? '';
  if (code.startsWith('acl-') || !DECIDES_ACCESS.test(name)) return false;
  const own = ownNameOf(name);
  const from = own && config.inForce(own)?.from;
  return from?.source !== at.source || from.line !== at.line;
}
