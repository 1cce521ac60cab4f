import type { Problem, Rule, RuleInput } from './rule.js';

export const lintSuppressionWithoutReason: Rule = {
  id: 'lint-suppression-without-reason',
  summary: 'a comment that disables a rule and does not say why',
  category: 'structure',
  severity: 'hint',
  references: ['CWE-1116'],
  isOptIn: true,
  checksComments: true,
  reads: ['comments'],
  check: checkReasons,
};

/** A comment that names no rule disables nothing, which is lint-unknown-suppression's. */
function* checkReasons({ comments }: RuleInput): Iterable<Problem> {
  for (const { kind, word, rules, reason } of comments) {
    const disables = kind === 'disable' || kind === 'disable-next-line';
    if (!disables || rules.length === 0 || reason !== undefined) continue;
    yield {
      at: word.at,
      message: `"${word.text}" gives no reason, so nobody can tell when it may go. Write the reason after "--".`,
    };
  }
}
