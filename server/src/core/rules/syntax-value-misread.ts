import { sentence, shownValue } from './building-blocks/quote.js';
import { refusalRule } from './refusal-rule.js';

export const syntaxValueMisread = refusalRule({
  id: 'syntax-value-misread',
  summary: 'a value that the server accepts and takes for something else',
  category: 'syntax',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['value-misread'],
  message: ({ directive, value, effect }) =>
    sentence(`The server reads ${shownValue(directive, value)} as ${effect}.`, 'Write what you mean.'),
});
