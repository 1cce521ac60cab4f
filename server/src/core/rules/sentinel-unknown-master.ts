import type { LoadProblemOf } from '../config/load-problem.js';
import { sentinelStatement } from '../directives/sentinel-statements.js';
import { quote } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const sentinelUnknownMaster: Rule = {
  id: 'sentinel-unknown-master',
  summary: 'a sentinel line about a master that no earlier line monitors',
  category: 'sentinel',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  loadProblems: ['sentinel-unknown-master'],
  reads: ['sentinel-unknown-master'],
  check: checkLines,
};

type UnknownMaster = LoadProblemOf<'sentinel-unknown-master'>;

function* checkLines(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('sentinel-unknown-master')) {
    yield {
      at: cause.at,
      message: cause.isUndecided
        ? `No line that is read here monitors ${labelOf(cause)}. Make sure that one does where Sentinel runs.`
        : `No line monitors ${labelOf(cause)}, which "sentinel ${cause.statement}" is about. Correct the name, or add its "sentinel monitor" line above.`,
      severity: cause.isFatal ? 'error' : cause.isUndecided ? 'hint' : 'warning',
      cause,
    };
  }
}

/** Whoever swaps the words of `auth-pass` has the password where the name belongs. */
function labelOf({ statement, master }: UnknownMaster): string {
  return sentinelStatement(statement)?.secret ? 'the master' : quote(master);
}
