import type { LoadProblem, LoadProblemCode, LoadProblemOf } from '../config/load-problem.js';
import type { Fix, Problem, RelatedPlace, Rule, RuleHeader, RuleInput, Severity, Trigger } from './rule.js';

/** The target refuses something, or stumbles over it and goes on. */
export interface RefusalRule<Code extends LoadProblemCode> extends RuleHeader {
  readonly codes: readonly Code[];
  readonly message: string | ((cause: LoadProblemOf<Code>, input: RuleInput) => string);
  /** Where it is missing: `severity` where the target refuses to start, a warning where it goes on. */
  readonly severityOf?: (cause: LoadProblemOf<Code>, input: RuleInput) => Severity;
  readonly related?: (cause: LoadProblemOf<Code>, input: RuleInput) => readonly RelatedPlace[];
  readonly fixes?: (cause: LoadProblemOf<Code>, input: RuleInput) => readonly Fix[];
  readonly tags?: Problem['tags'];
  /** What its functions read besides. */
  readonly also?: readonly Trigger[];
}

/** Makes the rule: one finding for each load problem of its codes, where the problem is. */
export function refusalRule<Code extends LoadProblemCode>(rule: RefusalRule<Code>): Rule {
  const { codes, message, severityOf, related, fixes, tags = [], also = [], ...header } = rule;
  return {
    ...header,
    loadProblems: codes,
    needs: codes,
    reads: [...codes, ...also],
    *check(input) {
      for (const cause of codes.flatMap((code) => input.config.problemsOf(code))) {
        yield {
          at: cause.at,
          cause,
          message: typeof message === 'string' ? message : message(cause, input),
          severity: severityOf?.(cause, input) ?? (cause.isFatal ? header.severity : 'warning'),
          related: related?.(cause, input) ?? [],
          fixes: () => fixes?.(cause, input) ?? [],
          tags,
        };
      }
    },
  };
}

/** Where lines that are not seen here may bring what is missing. */
export const hintIfUndecided = ({ isFatal, isUndecided }: LoadProblem): Severity =>
  isFatal ? 'error' : isUndecided ? 'hint' : 'warning';
