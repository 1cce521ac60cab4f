import type { AclUser } from '../config/users/users.js';
import type { Problem, RuleInput } from '../rules/rule.js';

/** What a rule said of each user that it was asked about, in the order asked; without fixes. */
export interface JudgedUsers {
  readonly users: readonly AclUser[];
  readonly said: readonly (readonly Problem[])[];
}

/** They are being asked about. */
interface Judging extends JudgedUsers {
  readonly users: AclUser[];
  readonly said: (readonly Problem[])[];
}

/** Nothing is kept. */
export const judgeOnce: RuleInput['judgeUser'] = (judge, user, asked) => {
  const said = judge(user, asked);
  return said === undefined ? NONE : [said].flat();
};

/** What was said of the same users before is said again; what is said is kept in `judged`. */
export function judgeAgain(before: JudgedUsers | undefined) {
  const judged: Judging = { users: [], said: [] };
  const known = before ? finder(before) : () => undefined;
  const judgeUser: RuleInput['judgeUser'] = (judge, user, asked) => {
    const said = known(user) ?? withoutFixes(judgeOnce(judge, user, asked));
    judged.users.push(user);
    judged.said.push(said);
    return said;
  };
  return { judged, judgeUser };
}

/** Users are asked about in order, and seldom is more than one of them another: looked up are those alone that moved. */
function finder({ users, said }: JudgedUsers): (user: AclUser) => readonly Problem[] | undefined {
  let next = 0;
  let index: ReadonlyMap<AclUser, number> | undefined;
  return (user) => {
    if (users[next] !== user) {
      index ??= new Map(users.map((known, at) => [known, at]));
      const at = index.get(user);
      if (at === undefined) return undefined;
      next = at;
    }
    return said[next++];
  };
}

/** Fixes are made of the configuration of then. */
export const withoutFixes = (problems: readonly Problem[]): readonly Problem[] =>
  problems.length === 0 ? NONE : problems.map(({ fixes: _, ...problem }) => problem);

const NONE: readonly Problem[] = [];
