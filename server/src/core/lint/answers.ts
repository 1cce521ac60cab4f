import type { AclUser } from '../config/users/users.js';
import type { Fix, Problem, Rule, RuleInput, Trigger } from '../rules/rule.js';
import { once } from '../text/once.js';
import { changesSince } from './changes.js';

/** What rules said, for the next time; without fixes, which are made of the configuration of then. */
export interface KeptAnswers {
  readonly input: RuleInput;
  /** By the id of the rule. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  /** By the id of a rule that checks users. */
  readonly users: ReadonlyMap<string, CheckedUsers>;
}

/** What a rule said of each user that it was asked about. */
type CheckedUsers = WeakMap<AclUser, Problem | 'fine'>;

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
  const checkedBy = ({ id, userReads }: Rule): CheckedUsers | undefined => {
    // Whoever asks once, such as the command line, asks nothing again: nothing is kept for them.
    if (!before || !userReads) return undefined;
    const checked = (isSame(userReads) ? before.users.get(id) : undefined) ?? new WeakMap();
    users.set(id, checked);
    return checked;
  };
  const of = (rule: Rule): Answer => {
    const run = once(() => [...rule.check(input)]);
    const checked = checkedBy(rule);
    const ask = () => (checked ? [...rule.check(keeping(input, checked))] : run());
    const known = rule.reads !== 'everything' && isSame(rule.reads) ? before?.problems.get(rule.id) : undefined;
    const told = known ?? ask().map(withoutFixes);
    problems.set(rule.id, told);
    return { problems: told, fixesAt: (index) => run()[index]?.fixes?.() ?? [] };
  };
  return { input, of, kept: { input, problems, users } };
}

/** The same input, for a rule that is asked about each user once. */
function keeping(input: RuleInput, checked: CheckedUsers): RuleInput {
  const checkUser: RuleInput['checkUser'] = (check, user, asked) => {
    const known = checked.get(user) ?? maybe(check(user, asked));
    checked.set(user, known);
    return known === 'fine' ? undefined : known;
  };
  return { ...input, checkUser };
}

const maybe = (problem: Problem | undefined): Problem | 'fine' => (problem ? withoutFixes(problem) : 'fine');

const withoutFixes = ({ fixes: _, ...problem }: Problem): Problem => problem;
