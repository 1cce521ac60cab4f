import { isCommandOnHearsay } from '../../acl/commands.js';
import type { LoadProblem } from '../../config/load-problem.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { isWhollyKnown } from '../../directives/target.js';

/** Whether it is unknown for the target's age what the server makes of a name; else for lines that are not seen here. */
export function mayBeNew(cause: LoadProblem, { target }: ResolvedConfiguration): boolean {
  if (!cause.isUndecided) return false;
  return !isWhollyKnown(target) || (cause.code === 'acl-unknown-command' && isCommandOnHearsay(cause.name));
}

/** `Redis 7.0 has no command "gett"`; `shown` is a quoted name, or says that it may not be shown. */
export function lacks(host: string, kind: string, shown: string): string {
  return shown.startsWith('"') ? `${host} has no ${kind} ${shown}` : `${host} has no ${kind} of this name`;
}

/** How the message about a command or category that the target lacks goes on. */
export function whatFollows(cause: LoadProblem, config: ResolvedConfiguration): string {
  if (cause.isFatal) return ' and refuses to start';
  return mayBeNew(cause, config) ? ' as far as is known here' : '; a module may bring it';
}
