import { removeLine } from './building-blocks/edits.js';
import { quote } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const structIncludeCycle: Rule = {
  id: 'struct-include-cycle',
  summary: 'a file that includes itself, directly or through others',
  category: 'structure',
  severity: 'error',
  references: ['CWE-674', 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['include-cycle'],
  reads: ['include-cycle'],
  check: checkCycles,
};

function* checkCycles(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('include-cycle')) {
    yield {
      at: cause.at,
      message: `${quote(cause.name)} includes itself, directly or through others: the server crashes when it starts. Remove one of the include lines.`,
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
      fixes: () => [
        {
          title: 'Remove this include line',
          effect: 'access',
          consequence: 'The server then starts: check which of the lines that are read count.',
          edits: [removeLine(cause.at)],
        },
      ],
    };
  }
}
