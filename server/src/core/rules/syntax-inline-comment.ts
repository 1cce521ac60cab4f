import { type Location, lineIn } from '../config/occurrence.js';
import { insertLinesAbove, replaceAt } from './building-blocks/edits.js';
import { quote } from './building-blocks/quote.js';
import type { Fix, Impact, Problem, Rule, RuleInput } from './rule.js';

export const syntaxInlineComment: Rule = {
  id: 'syntax-inline-comment',
  summary: 'a comment after a directive, on the same line',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['inline-comment'],
  checksLooks: true,
  reads: ['inline-comment', 'loadmodule'],
  check: checkInlineComments,
};

function* checkInlineComments(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('inline-comment')) {
    yield {
      at: cause.at,
      message: `A "#" after ${quote(cause.name)} does not start a comment: its words become arguments. Move the comment to a line of its own.`,
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
      fixes: () => moveUp(input, cause.at, cause.isFatal),
    };
  }
  for (const { source, line, args } of input.config.occurrences('loadmodule')) {
    const comment = args.find(({ raw }, index) => index > 0 && raw.startsWith('#'));
    const last = args.at(-1);
    if (!comment || !last) continue;
    const at = { source, line, at: { start: comment.start, end: last.end } };
    yield {
      at,
      message:
        'A "#" after "loadmodule" does not start a comment: the module gets its words as arguments. Move the comment to a line of its own.',
      severity: 'warning',
      fixes: () => moveUp(input, at, false),
    };
  }
}

const SAFE: Impact = { effect: 'safe', isPreferred: true };
const FEWER_WORDS: Impact = {
  effect: 'access',
  consequence: 'The words after the "#" are then no longer arguments.',
};

/** Moving it is safe where the server refused the line before. */
function moveUp({ config }: RuleInput, { source, line, at }: Location, isSafe: boolean): readonly Fix[] {
  const text = lineIn(config.files, { source, line })?.text;
  if (text === undefined) return [];
  const kept = text.slice(0, at.start).trimEnd();
  const indent = /^\s*/.exec(text)?.[0] ?? '';
  return [
    {
      title: 'Move the comment to the line above',
      ...(isSafe ? SAFE : FEWER_WORDS),
      edits: [
        insertLinesAbove({ source, line }, `${indent}${text.slice(at.start, at.end)}`),
        replaceAt({ source, line, at: { start: kept.length, end: at.end } }, ''),
      ],
    },
  ];
}
