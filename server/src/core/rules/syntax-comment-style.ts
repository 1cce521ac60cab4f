import type { LoadProblem } from '../config/load-problem.js';
import { replaceAt } from './building-blocks/edits.js';
import { lineTextAt } from './building-blocks/line-text.js';
import type { Fix, Problem, Rule, RuleInput } from './rule.js';

export const syntaxCommentStyle: Rule = {
  id: 'syntax-comment-style',
  summary: 'a comment in the style of another language',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['foreign-comment'],
  reads: ['foreign-comment', 'files', 'lines'],
  check: checkCommentStyles,
};

const MARK = /^(\s*)(\/\/+|\/\*+|;+|--+|<!--)/;

function* checkCommentStyles(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('foreign-comment')) {
    const text = lineTextAt(input.config, cause.at);
    const [mark = '//'] = /^(?:\/\/|\/\*|;|--|<!--)/.exec(MARK.exec(text)?.[2] ?? '') ?? [];
    yield {
      at: cause.at,
      message: `"${mark}" starts no comment: the server takes the line for a directive. Begin the line with "#".`,
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
      fixes: () => asComment(text, cause),
    };
  }
}

function asComment(text: string, { at, isFatal }: LoadProblem): readonly Fix[] {
  const [opening, indent = ''] = MARK.exec(text) ?? [];
  if (opening === undefined) return [];
  const comment = `${indent}# ${withoutClosing(text.slice(opening.length))}`.trimEnd();
  const edits = [replaceAt({ ...at, at: { start: 0, end: text.length } }, comment)];
  return [{ title: 'Make it a comment', effect: isFatal ? 'safe' : 'none', isPreferred: true, edits }];
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
