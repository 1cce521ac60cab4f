import type { Fix, Problem, Rule, RuleInput, Trigger } from '../rules/rule.js';
import { once } from '../text/once.js';
import { changesSince } from './changes.js';
import { type CheckedUsers, checkAgain, withoutFixes } from './checked-users.js';

/** What rules said, for the next time; without fixes, which are made of the configuration of then. */
export interface KeptAnswers {
  readonly input: RuleInput;
  /** By the id of the rule. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  /** By the id of a rule that checks users. */
  readonly users: ReadonlyMap<string, CheckedUsers>;
}

/** What rules say of one configuration. */
export interface Answers {
  readonly input: RuleInput;
  readonly of: (rule: Rule) => Answer;
  /** Of the rules that were asked for. */
  readonly kept: KeptAnswers;
}

interface Answer {
  readonly problems: readonly Problem[];
  /** Makes the fixes of one of them. */
  readonly fixesAt: (index: number) => readonly Fix[];
}

/**
 * What rules said the last time, where they read nothing that has changed since, else what they say now; of a user that
 * is the same, what they said of that user. Fixes are always made of the configuration of now: a rule whose problems
 * were kept is run when somebody asks for one.
 */
export function answersOf(input: RuleInput, before: KeptAnswers | undefined): Answers {
  const hasChanged = changesSince(before?.input, input);
  const problems = new Map<string, readonly Problem[]>();
  const users = new Map<string, CheckedUsers>();
  const isSame = (reads: readonly Trigger[]) => !reads.some(hasChanged);
  const askAgain = (rule: Rule, userReads: readonly Trigger[]): readonly Problem[] => {
    const { checked, checkUser } = checkAgain(isSame(userReads) ? before?.users.get(rule.id) : undefined);
    const said = [...rule.check({ ...input, checkUser })];
    users.set(rule.id, checked);
    return said;
  };
  const keptOf = ({ id, reads }: Rule): readonly Problem[] | undefined => {
    const known = reads !== 'everything' && isSame(reads) ? before?.problems.get(id) : undefined;
    const checked = known && before?.users.get(id);
    if (checked) users.set(id, checked);
    return known;
  };
  const of = (rule: Rule): Answer => {
    const { userReads } = rule;
    const run = running(rule, input);
    // Whoever asks once, such as the command line, asks nothing again: nothing is kept for them.
    const ask = () => (before && userReads ? askAgain(rule, userReads) : withoutFixes(run()));
    const told = keptOf(rule) ?? ask();
    problems.set(rule.id, told);
    return answer(told, run);
  };
  return { input, of, kept: { input, problems, users } };
}

/** Out here on their own: a finding keeps what makes its fixes, and with it everything that stands around that. */
const running = (rule: Rule, input: RuleInput): (() => readonly Problem[]) => once(() => [...rule.check(input)]);

const answer = (problems: readonly Problem[], run: () => readonly Problem[]): Answer => ({
  problems,
  fixesAt: (index) => run()[index]?.fixes?.() ?? [],
});
