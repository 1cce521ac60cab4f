import { fileNameOf } from '../config/paths.js';
import { insertLinesBelow } from './building-blocks/edits.js';
import { lineTextAt } from './building-blocks/line-text.js';
import { quote } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const structIncludeGluedLine: Rule = {
  id: 'struct-include-glued-line',
  summary: 'an included file without a line end, whose last line runs into the next file',
  category: 'structure',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['include-glued-line'],
  reads: ['include-glued-line', 'files', 'lines'],
  check: checkLineEnds,
};

/** Two names have to fit into a message. */
const LONGEST_NAME = 24;

function* checkLineEnds(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('include-glued-line')) {
    const { last, next, isComment } = cause;
    const names = {
      last: quote(fileNameOf(last.source), LONGEST_NAME),
      next: quote(fileNameOf(next.source), LONGEST_NAME),
    };
    const end = lineTextAt(input.config, last).length;
    yield {
      at: cause.at,
      message: isComment
        ? `${names.last} ends in a comment without a line end: the first line of ${names.next} becomes part of it. End the file with a line end.`
        : `${names.last} has no line end: its last line and the first of ${names.next} become one line. End the file with a line end.`,
      cause,
      related: [
        { at: { ...last, at: { start: 0, end } }, message: 'This line goes on in the next file.' },
        { at: { ...next, at: { start: 0, end: lineTextAt(input.config, next).length } }, message: 'It goes on here.' },
      ],
      fixes: () => [
        {
          title: `End ${names.last} with a line end`,
          effect: 'access',
          consequence: 'The first line of the next file counts from then on as it is written.',
          edits: [insertLinesBelow(last, '')],
        },
      ],
    };
  }
}
