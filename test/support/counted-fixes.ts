import { RULES } from '../../server/src/core/rules/index.js';
import type { Problem, Rule, RuleInput } from '../../server/src/core/rules/rule.js';

/** All rules, and how many times the fixes of their problems were made. */
export interface CountedFixes {
  readonly rules: readonly Rule[];
  readonly made: () => number;
}

export function countedFixes(): CountedFixes {
  let made = 0;
  const counted = ({ fixes, ...problem }: Problem): Problem => ({
    ...problem,
    ...(fixes && {
      fixes: () => {
        made++;
        return fixes();
      },
    }),
  });
  const countedRule = (rule: Rule): Rule => ({
    ...rule,
    *check(input: RuleInput) {
      for (const problem of rule.check(input)) yield counted(problem);
    },
  });
  return { rules: RULES.map(countedRule), made: () => made };
}
