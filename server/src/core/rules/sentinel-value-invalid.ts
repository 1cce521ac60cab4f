import { COMMANDS } from '../config/showing/vocabulary.js';
import { quoteName, quoteValue, sentence } from './building-blocks/quote.js';
import { refusalRule } from './refusal-rule.js';

export const sentinelValueInvalid = refusalRule({
  id: 'sentinel-value-invalid',
  summary: 'a value that Sentinel refuses',
  category: 'sentinel',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  codes: ['sentinel-invalid-value'],
  message: ({ statement, value, reason }) =>
    sentence(`${shownArgument(statement, value)} is refused for "sentinel ${statement}": it ${reason}.`, 'Correct it.'),
});

/** Passwords of masters and of Sentinel itself are never shown. */
function shownArgument(statement: string, value: string): string {
  if (/pass/i.test(statement)) return 'the value';
  return statement === 'rename-command' ? quoteName(value, COMMANDS) : quoteValue(value);
}
