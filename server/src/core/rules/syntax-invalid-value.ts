import { sentence, shownValue } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const syntaxInvalidValue: Rule = {
  id: 'syntax-invalid-value',
  summary: 'a value that the server refuses',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['invalid-value'],
  reads: ['invalid-value'],
  check: checkValues,
};

function* checkValues(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('invalid-value')) {
    const { directive, value, reason, at, isFatal } = cause;
    yield {
      at,
      message: sentence(
        `${shownValue(directive, value)} is refused for ${directive}, because it ${reason}.`,
        'Correct it, or remove the line.',
      ),
      severity: isFatal ? 'error' : 'warning',
      cause,
    };
  }
}
