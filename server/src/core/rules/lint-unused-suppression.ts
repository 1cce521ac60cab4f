import { removeLine, replaceAt } from './building-blocks/edits.js';
import type { AppliedComment, Fix, Problem, Rule, RuleInput } from './rule.js';

export const lintUnusedSuppression: Rule = {
  id: 'lint-unused-suppression',
  summary: 'a comment that disables a rule which finds nothing there',
  category: 'structure',
  severity: 'hint',
  references: ['CWE-1116'],
  checksComments: true,
  reads: ['exposure', 'files', 'comments'],
  check: checkUnusedSuppressions,
};

/** Left alone where it cannot be known: a part of another file, or files that could not be read. */
function* checkUnusedSuppressions({ config, comments }: RuleInput): Iterable<Problem> {
  if (config.exposure.origin === 'fragment' || config.unread.length > 0) return;
  for (const comment of comments) {
    if (comment.kind !== 'disable' && comment.kind !== 'disable-next-line') continue;
    const unused = [...comment.rules.entries()].filter(
      ([, { id, isKnown, isUsed }]) => isKnown && !isUsed && !id.startsWith('lint-'),
    );
    for (const [index, { id, at }] of unused) {
      const isWhole = unused.length === comment.rules.length;
      yield {
        at,
        message: `${id} finds nothing ${comment.kind === 'disable' ? 'below' : 'on the next line'}. ${isWhole ? 'Remove the comment.' : 'Remove its name.'}`,
        tags: ['unnecessary'],
        fixes: () => [isWhole ? removeComment(comment) : removeName(comment, index)],
      };
    }
  }
}

function removeComment({ at }: AppliedComment): Fix {
  return { title: 'Remove the comment', effect: 'none', isPreferred: true, edits: [removeLine(at)] };
}

/** The name and what separates it from the one before it, or from the one after it. */
function removeName({ rules }: AppliedComment, index: number): Fix {
  const [own, before, after] = [rules[index]?.at, rules[index - 1]?.at, rules[index + 1]?.at];
  const span = {
    start: before?.at.end ?? own?.at.start ?? 0,
    end: before ? (own?.at.end ?? 0) : (after?.at.start ?? 0),
  };
  const edits = own ? [replaceAt({ ...own, at: span }, '')] : [];
  return { title: 'Remove its name from the comment', effect: 'none', isPreferred: true, edits };
}
