import type { Occurrence } from '../config/occurrence.js';
import { insertLinesAbove, replaceAt } from './building-blocks/edits.js';
import type { Problem, Rule, RuleInput, SourceEdit } from './rule.js';

export const netBindInlineComment: Rule = {
  id: 'net-bind-inline-comment',
  summary: 'a comment after bind, which the server takes for addresses',
  category: 'network',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['bind-comment'],
  about: ['bind'],
  reads: ['bind-comment', 'bind'],
  check: checkBindInlineComment,
};

/** `bind` takes any words while the file is read, so unlike elsewhere the comment is found out only when it listens. */
function* checkBindInlineComment(input: RuleInput): Iterable<Problem> {
  const from = input.config.inForce('bind')?.from;
  const [cause] = input.config.problemsOf('bind-comment');
  const words = from?.directive.args ?? [];
  const index = words.findIndex(({ raw }) => raw.startsWith('#'));
  const hash = words[index];
  const last = words.at(-1);
  if (!from || !hash || !last) return;
  yield {
    at: { source: from.source, line: from.line, at: { start: hash.start, end: last.end } },
    message: `"#" does not start a comment here: the server takes each word for an address and fails to listen. Move it to a line above.`,
    ...(cause ? { cause } : {}),
    fixes: () =>
      index === 0
        ? []
        : [
            {
              title: 'Move the comment to a line above',
              effect: 'safe',
              isPreferred: true,
              edits: moveCommentUp(from, hash.start),
            },
          ],
  };
}

/** Moves what stands on a line from a column on, meant as a comment, to a comment line of its own above it. */
function moveCommentUp({ source, line, directive }: Occurrence, column: number): readonly SourceEdit[] {
  const { text } = directive;
  const indent = text.slice(0, directive.name.start);
  const comment = text.slice(column).trimEnd();
  const start = text.slice(0, column).trimEnd().length;
  const end = text.replace(/\r$/, '').length;
  return [insertLinesAbove({ source, line }, indent + comment), replaceAt({ source, line, at: { start, end } }, '')];
}
