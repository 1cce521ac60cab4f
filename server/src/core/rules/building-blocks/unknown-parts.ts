import { isCommandOnHearsay } from '../../acl/commands.js';
import type { LoadProblem } from '../../config/load-problem.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { isRefusalInferred } from '../../directives/strings.js';
import { formatTarget, isWhollyKnown } from '../../directives/target.js';
import { sentence } from './quote.js';

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

/** The fact about a value that the target refuses, and the remedy; before it, where nobody has seen that, what is known. */
export function refusal(cause: LoadProblem, config: ResolvedConfiguration, fact: string, remedy: string): string {
  return sentence(
    cause.isUndecided ? `${fact} ${formatTarget(config.target)}${whatIsKnown(cause, config)}.` : fact,
    remedy,
  );
}

function whatIsKnown(cause: LoadProblem, { target }: ResolvedConfiguration): string {
  if (cause.code === 'not-in-enum' && !isWhollyKnown(target)) return ', which is newer, may have it';
  return cause.code === 'invalid-value' && isRefusalInferred(cause.directive, target)
    ? ' may refuse it, as later patches do'
    : ' may refuse it: only one source says so';
}
