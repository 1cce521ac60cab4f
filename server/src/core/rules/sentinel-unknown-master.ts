import type { LoadProblemOf } from '../config/load-problem.js';
import { sentinelStatement } from '../directives/sentinel-statements.js';
import { quote } from './building-blocks/quote.js';
import { hintIfUndecided, refusalRule } from './refusal-rule.js';

export const sentinelUnknownMaster = refusalRule({
  id: 'sentinel-unknown-master',
  summary: 'a sentinel line about a primary that no earlier line monitors',
  category: 'sentinel',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  codes: ['sentinel-unknown-master'],
  message: (cause) =>
    cause.isUndecided
      ? `No line that is read here monitors ${labelOf(cause)}. Make sure that one does where Sentinel runs.`
      : `No line monitors ${labelOf(cause)}, which "sentinel ${cause.statement}" is about. Correct the name, or add its "sentinel monitor" line above.`,
  severityOf: hintIfUndecided,
});

/** Whoever swaps the words of `auth-pass` has the password where the name belongs. */
function labelOf({ statement, master }: LoadProblemOf<'sentinel-unknown-master'>): string {
  return sentinelStatement(statement)?.secret ? 'the primary' : quote(master);
}
