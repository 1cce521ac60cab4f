import { COMMANDS } from '../config/showing/vocabulary.js';
import { quoteName, quoteValue, sentence } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const sentinelValueInvalid: Rule = {
  id: 'sentinel-value-invalid',
  summary: 'a value that Sentinel refuses',
  category: 'sentinel',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  loadProblems: ['sentinel-invalid-value'],
  reads: ['sentinel-invalid-value'],
  check: checkLines,
};

function* checkLines(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('sentinel-invalid-value')) {
    yield {
      at: cause.at,
      message: sentence(
        `${shownArgument(cause.statement, cause.value)} is refused for "sentinel ${cause.statement}", because it ${cause.reason}.`,
        'Correct it.',
      ),
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
    };
  }
}

/** Passwords of masters and of Sentinel itself are never shown. */
function shownArgument(statement: string, value: string): string {
  if (/pass/i.test(statement)) return 'the value';
  return statement === 'rename-command' ? quoteName(value, COMMANDS) : quoteValue(value);
}
