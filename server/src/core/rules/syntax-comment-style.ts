import { replaceAt } from './building-blocks/edits.js';
import { lineTextAt } from './building-blocks/line-text.js';
import { refusalRule } from './refusal-rule.js';

export const syntaxCommentStyle = refusalRule({
  id: 'syntax-comment-style',
  summary: 'a comment in the style of another language',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['foreign-comment'],
  message: ({ at }, { config }) =>
    `"${partsOf(lineTextAt(config, at)).mark}" does not start a comment: the server takes the line for a directive. Begin the line with "#".`,
  fixes: ({ at, isFatal }, { config }) => {
    const text = lineTextAt(config, at);
    const { opening, indent } = partsOf(text);
    if (opening === undefined) return [];
    const comment = `${indent}# ${withoutClosing(text.slice(opening.length))}`.trimEnd();
    const edits = [replaceAt({ ...at, at: { start: 0, end: text.length } }, comment)];
    return [{ title: 'Make it a comment', effect: isFatal ? 'safe' : 'none', isPreferred: true, edits }];
  },
  also: ['files', 'lines'],
});

/** What opens the comment: `opening` with the blanks before it, undefined where nothing does; `mark` as messages show it. */
function partsOf(text: string): {
  readonly opening: string | undefined;
  readonly indent: string;
  readonly mark: string;
} {
  const [opening, indent = '', marks = '//'] = /^(\s*)(\/\/+|\/\*+|;+|--+|<!--)/.exec(text) ?? [];
  const [mark = '//'] = /^(?:\/\/|\/\*|;|--|<!--)/.exec(marks) ?? [];
  return { opening, indent, mark };
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
