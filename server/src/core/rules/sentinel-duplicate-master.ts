import { quote } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const sentinelDuplicateMaster: Rule = {
  id: 'sentinel-duplicate-master',
  summary: 'two sentinel monitor lines with one name',
  category: 'sentinel',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  loadProblems: ['sentinel-duplicate-master'],
  reads: ['sentinel-duplicate-master'],
  check: checkLines,
};

function* checkLines(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('sentinel-duplicate-master')) {
    yield {
      at: cause.at,
      message: `${quote(cause.master)} is monitored by an earlier line already. Give this master a name of its own, or remove the line.`,
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
    };
  }
}
