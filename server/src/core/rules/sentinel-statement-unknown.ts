import { STATEMENTS } from '../config/showing/vocabulary.js';
import { quoteName } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const sentinelStatementUnknown: Rule = {
  id: 'sentinel-statement-unknown',
  summary: 'a sentinel line that Sentinel does not understand',
  category: 'sentinel',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  loadProblems: ['sentinel-unknown-statement'],
  reads: ['sentinel-unknown-statement'],
  check: checkLines,
};

function* checkLines(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('sentinel-unknown-statement')) {
    yield {
      at: cause.at,
      message: `Sentinel does not understand ${quoteName(cause.name, STATEMENTS, 'sentinel ')} with these words. Correct the statement or the number of its words.`,
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
    };
  }
}
