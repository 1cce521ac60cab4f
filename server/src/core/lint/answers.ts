import type { Fix, Problem, Rule, RuleInput } from '../rules/rule.js';
import { changesSince } from './changes.js';
import { once } from './finding.js';

/** What rules said, for the next time. */
export interface KeptAnswers {
  readonly input: RuleInput;
  /** By the id of the rule; without fixes, which are made of the configuration of then. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

/** What rules say of one configuration. */
export interface Answers {
  readonly input: RuleInput;
  readonly of: (rule: Rule) => Answer;
  /** By the id of the rule, of those that were asked for: for the next time. */
  readonly kept: ReadonlyMap<string, readonly Problem[]>;
}

interface Answer {
  readonly problems: readonly Problem[];
  /** Makes the fixes of one of them. */
  readonly fixesAt: (index: number) => readonly Fix[];
}

/**
 * What rules said the last time, where they read nothing that has changed since, else what they say now. Fixes are
 * always made of the configuration of now: a rule whose problems were kept is run when somebody asks for one.
 */
export function answersOf(input: RuleInput, before: KeptAnswers | undefined): Answers {
  const hasChanged = changesSince(before?.input, input);
  const kept = new Map<string, readonly Problem[]>();
  const of = (rule: Rule): Answer => {
    const run = once(() => [...rule.check(input)]);
    const known =
      rule.reads === 'everything' || rule.reads.some(hasChanged) ? undefined : before?.problems.get(rule.id);
    const problems = known ?? run();
    kept.set(rule.id, known ?? problems.map(({ fixes: _, ...problem }) => problem));
    return { problems, fixesAt: (index) => run()[index]?.fixes?.() ?? [] };
  };
  return { input, of, kept };
}
