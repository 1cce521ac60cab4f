import { replaceAt } from './building-blocks/edits.js';
import { lineTextAt } from './building-blocks/line-text.js';
import { type Fix, loadProblems, type Problem, type Rule, type RuleInput } from './rule.js';

export const syntaxCommentStyle: Rule = {
  id: 'syntax-comment-style',
  summary: 'a comment in the style of another language',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['foreign-comment'],
  check: checkCommentStyles,
};

const MARK = /^(\s*)(\/\/+|\/\*+|;+|--+|<!--)/;

function* checkCommentStyles(input: RuleInput): Iterable<Problem> {
  for (const cause of loadProblems(input, 'foreign-comment')) {
    const text = lineTextAt(input.config, cause.at);
    const [opening, indent = '', marks = '//'] = MARK.exec(text) ?? [];
    const [mark = '//'] = /^(?:\/\/|\/\*|;|--|<!--)/.exec(marks) ?? [];
    const whole = { ...cause.at, at: { start: 0, end: text.length } };
    const fix: Fix = {
      title: 'Make it a comment',
      effect: cause.isFatal ? 'safe' : 'none',
      isPreferred: true,
      edits: [replaceAt(whole, `${indent}# ${withoutClosing(text.slice(opening?.length))}`.trimEnd())],
    };
    yield {
      at: cause.at,
      message: `"${mark}" starts no comment: the server takes the line for a directive. Begin the line with "#".`,
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
      fixes: opening === undefined ? [] : [fix],
    };
  }
}

/** What a comment says, without the mark that closes it in C or HTML. */
function withoutClosing(text: string): string {
  const said = text.trim();
  if (said.endsWith('-->')) return said.slice(0, -3).trimEnd();
  if (!said.endsWith('*/')) return said;
  let end = said.length - 1;
  while (said[end - 1] === '*') end--;
  return said.slice(0, end).trimEnd();
}
