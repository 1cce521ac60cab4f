import { STATEMENTS } from '../config/showing/vocabulary.js';
import { quoteName } from './building-blocks/quote.js';
import { refusalRule } from './refusal-rule.js';

export const sentinelStatementUnknown = refusalRule({
  id: 'sentinel-statement-unknown',
  summary: 'a sentinel line that Sentinel does not understand',
  category: 'sentinel',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  codes: ['sentinel-unknown-statement'],
  message: ({ name }) =>
    `Sentinel does not understand ${quoteName(name, STATEMENTS, 'sentinel ')} with these words. Correct the statement or the number of its words.`,
});
