import { fileNameOf } from '../config/paths.js';
import { quote } from './building-blocks/quote.js';
import { loadProblems, type Problem, type Rule, type RuleInput } from './rule.js';

export const structIncludeGluedLine: Rule = {
  id: 'struct-include-glued-line',
  summary: 'an included file without a line end, whose last line runs into the next file',
  category: 'structure',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['include-glued-line'],
  check: checkLineEnds,
};

function* checkLineEnds(input: RuleInput): Iterable<Problem> {
  for (const cause of loadProblems(input, 'include-glued-line')) {
    yield {
      at: cause.at,
      message: `${quote(fileNameOf(cause.path))} has no line end: its last line and the first of the next file become one line. End the file with a line end.`,
      cause,
    };
  }
}
