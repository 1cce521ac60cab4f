import { replaceAt } from './building-blocks/edits.js';
import { lineTextAt } from './building-blocks/line-text.js';
import { loadProblems, type Problem, type Rule, type RuleInput } from './rule.js';

export const syntaxCommentStyle: Rule = {
  id: 'syntax-comment-style',
  summary: 'a comment in the style of another language',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['foreign-comment'],
  check: checkCommentStyles,
};

const MARK = /^(\s*)(?:\/\/+|\/\*+|;+|--+|<!--)\s*(.*?)\s*(?:\*+\/|-->)?\s*$/;

function* checkCommentStyles(input: RuleInput): Iterable<Problem> {
  for (const cause of loadProblems(input, 'foreign-comment')) {
    const text = lineTextAt(input.config, cause.at);
    const match = MARK.exec(text);
    const mark = /^(\/\/|\/\*|;|--|<!--)/.exec(text.trimStart())?.[0] ?? '//';
    const whole = { ...cause.at, at: { start: 0, end: text.length } };
    yield {
      at: cause.at,
      message: `"${mark}" starts no comment: the server takes the line for a directive. Begin the line with "#".`,
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
      fixes: match
        ? [
            {
              title: 'Make it a comment',
              effect: cause.isFatal ? 'safe' : 'none',
              isPreferred: true,
              edits: [replaceAt(whole, `${match[1]}# ${match[2]}`.trimEnd())],
            },
          ]
        : [],
    };
  }
}
