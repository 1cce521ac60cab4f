import { shownValue } from './building-blocks/quote.js';
import { refusal } from './building-blocks/unknown-parts.js';
import { refusalRule } from './refusal-rule.js';

export const syntaxInvalidValue = refusalRule({
  id: 'syntax-invalid-value',
  summary: 'a value that the server refuses',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['invalid-value'],
  message: (cause, { config }) => {
    const { directive, value, reason, isUndecided } = cause;
    const shown = shownValue(directive, value);
    const fact = isUndecided ? `${shown} for "${directive}"` : `${shown} is refused for "${directive}": it`;
    return refusal(cause, config, `${fact} ${reason}.`, 'Correct it, or remove the line.');
  },
});
