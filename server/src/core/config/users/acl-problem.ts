import type { AclRuleError, AclRuleErrorReason } from '../../acl/effective-user.js';
import { textOfBytes } from '../../syntax/bytes.js';
import type { LoadProblem, LoadProblemDetail, LoadStage } from '../load-problem.js';
import type { SourceId } from '../occurrence.js';

/** The load problem that a refused rule is. Commands and categories may come from modules: checked after these are loaded. */
export function problemOfRule(
  { reason, rule }: AclRuleError,
  { source, line, stage }: { readonly source: SourceId; readonly line: number; readonly stage: LoadStage },
): LoadProblem {
  const { start, end } = rule.word;
  return { ...detailOf(reason, rule), at: { source, line, at: { start, end } }, stage, isFatal: true };
}

function detailOf(reason: AclRuleErrorReason, rule: AclRuleError['rule']): LoadProblemDetail {
  const name = rule.kind === 'command' || rule.kind === 'category' ? textOfBytes(rule.name) : '';
  switch (reason) {
    case 'unknown-command':
      return { code: 'acl-unknown-command', name };
    case 'unknown-category':
      return { code: 'acl-unknown-category', name };
    case 'removed-subcommand':
      return { code: 'acl-subcommand-removal-unsupported', name };
    case 'selector':
      return { code: 'acl-selector-unsupported' };
    case 'key-permission':
      return { code: 'acl-key-permission-unsupported' };
    case 'databases':
      return { code: 'acl-databases-unsupported' };
    default:
      return { code: 'acl-syntax', reason, rule };
  }
}

/** Errors that wait until all modules are loaded, in a `user` line. */
export function isFoundAtStartup({ reason }: AclRuleError): boolean {
  return reason === 'unknown-command' || reason === 'unknown-category' || reason === 'removed-subcommand';
}
