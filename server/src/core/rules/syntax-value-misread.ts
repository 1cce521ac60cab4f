import { sentence, shownValue } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const syntaxValueMisread: Rule = {
  id: 'syntax-value-misread',
  summary: 'a value that the server accepts and takes for something else',
  category: 'syntax',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['value-misread'],
  reads: ['value-misread'],
  check: checkValues,
};

function* checkValues(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('value-misread')) {
    const { directive, value, effect, at } = cause;
    yield {
      at,
      message: sentence(`The server reads ${shownValue(directive, value)} as ${effect}.`, 'Write what you mean.'),
      severity: 'warning',
      cause,
    };
  }
}
