import { replaceAt } from './building-blocks/edits.js';
import type { Impact, Problem, Rule, RuleInput } from './rule.js';

export const syntaxBom: Rule = {
  id: 'syntax-bom',
  summary: 'a byte order mark at the beginning of a line',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['byte-order-mark'],
  reads: ['byte-order-mark'],
  check: checkByteOrderMarks,
};

/** Where the server ignores a name that it does not know, the line counts only when the mark is gone. */
function impactOf(isFatal: boolean): Impact {
  return isFatal
    ? { effect: 'safe', isPreferred: true }
    : { effect: 'access', consequence: 'The line, which is ignored so far, then counts: check what it sets.' };
}

function* checkByteOrderMarks(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('byte-order-mark')) {
    const { source, line, at } = cause.at;
    const mark = { source, line, at: { start: at.start, end: at.start + cause.length } };
    yield {
      at: cause.at,
      message:
        'An invisible byte order mark stands before this word and becomes part of it. Save the file as UTF-8 without a byte order mark.',
      severity: cause.isFatal || cause.isUndecided ? 'error' : 'warning',
      cause,
      fixes: () => [{ ...impactOf(cause.isFatal), title: 'Remove the byte order mark', edits: [replaceAt(mark, '')] }],
    };
  }
}
