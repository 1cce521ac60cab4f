import { sentence, shownValue } from './building-blocks/quote.js';
import { refusalRule } from './refusal-rule.js';

export const syntaxInvalidValue = refusalRule({
  id: 'syntax-invalid-value',
  summary: 'a value that the server refuses',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['invalid-value'],
  message: ({ directive, value, reason }) =>
    sentence(
      `${shownValue(directive, value)} is refused for "${directive}": it ${reason}.`,
      'Correct it, or remove the line.',
    ),
});
