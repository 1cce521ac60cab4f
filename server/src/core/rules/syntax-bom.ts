import { replaceAt } from './building-blocks/edits.js';
import { refusalRule } from './refusal-rule.js';
import type { Impact } from './rule.js';

export const syntaxBom = refusalRule({
  id: 'syntax-bom',
  summary: 'a byte order mark at the beginning of a line',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['byte-order-mark'],
  message:
    'An invisible byte order mark precedes this word and becomes part of it. Save the file as UTF-8 without a byte order mark.',
  severityOf: ({ isFatal, isUndecided }) => (isFatal || isUndecided ? 'error' : 'warning'),
  fixes: ({ at: { source, line, at }, isFatal, length }) => {
    const mark = { source, line, at: { start: at.start, end: at.start + length } };
    return [{ ...impactOf(isFatal), title: 'Remove the byte order mark', edits: [replaceAt(mark, '')] }];
  },
});

/** Where the server ignores a name that it does not know, the line counts only when the mark is gone. */
function impactOf(isFatal: boolean): Impact {
  return isFatal
    ? { effect: 'safe', isPreferred: true }
    : { effect: 'access', consequence: 'The line, which was ignored, then counts: check what it sets.' };
}
