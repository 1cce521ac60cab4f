import { type Vocabulary, vocabularyOf } from '../config/showing/vocabulary.js';
import { nearestTo } from '../directives/nearest.js';
import { replaceAt } from './building-blocks/edits.js';
import { quoteName, sentence } from './building-blocks/quote.js';
import type { AppliedComment, Problem, Rule, RuleInput } from './rule.js';

export const lintUnknownSuppression: Rule = {
  id: 'lint-unknown-suppression',
  summary: 'a comment that disables a rule which does not exist',
  category: 'structure',
  severity: 'warning',
  references: ['CWE-1116'],
  checksComments: true,
  reads: ['comments'],
  check: checkUnknownSuppressions,
};

const WORDS = ['disable-next-line', 'disable', 'enable', 'target', 'role'].map((kind) => `redis-conf-lint-${kind}`);

/** A guess must not silence a rule by itself. */
const HIDES = {
  effect: 'access',
  consequence: 'The comment then takes effect, and what it disables is silent.',
} as const;

function* checkUnknownSuppressions({ comments, ruleIds }: RuleInput): Iterable<Problem> {
  const known = vocabularyOf(ruleIds);
  for (const comment of comments) {
    if (comment.kind === 'unknown') yield unknownWord(comment);
    else if (comment.rules.length === 0 && comment.kind !== 'enable') yield withoutRules(comment);
    else yield* unknownRules(comment, ruleIds, known);
  }
}

function unknownWord({ word }: AppliedComment): Problem {
  const [best] = nearestTo(word.text, WORDS);
  return {
    at: word.at,
    message: sentence(
      `${quoteName(word.text, vocabularyOf(WORDS))} means nothing to this linter.`,
      best ? `Write "${best}".` : `Write "${WORDS[0]}" or "${WORDS[1]}".`,
    ),
    fixes: () => (best ? [{ title: `Change to "${best}"`, ...HIDES, edits: [replaceAt(word.at, best)] }] : []),
  };
}

function withoutRules({ word }: AppliedComment): Problem {
  return { at: word.at, message: `"${word.text}" names no rule, so it disables nothing. Add the id of the rule.` };
}

function* unknownRules({ rules }: AppliedComment, ruleIds: readonly string[], known: Vocabulary): Iterable<Problem> {
  for (const { id, at, isKnown } of rules) {
    if (isKnown) continue;
    const [best] = nearestTo(id, ruleIds);
    yield {
      at,
      message: sentence(
        `${quoteName(id, known)} is not a rule.`,
        best ? `Write "${best}".` : 'Correct it, or remove it.',
      ),
      fixes: () => (best ? [{ title: `Change to "${best}"`, ...HIDES, edits: [replaceAt(at, best)] }] : []),
    };
  }
}
