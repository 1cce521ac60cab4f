import type { AclUser } from '../config/users/users.js';
import type { Problem, RuleInput } from '../rules/rule.js';

/** What a rule said of each user that it was asked about, in the order asked; without fixes. */
export interface CheckedUsers {
  readonly users: readonly AclUser[];
  readonly said: readonly (readonly Problem[])[];
}

/** They are being asked about. */
interface Checking extends CheckedUsers {
  readonly users: AclUser[];
  readonly said: (readonly Problem[])[];
}

/** Nothing is kept. */
export const checkOnce: RuleInput['checkUser'] = (check, user, asked) => {
  const said = check(user, asked);
  return said === undefined ? NONE : [said].flat();
};

/** What was said of the same users before is said again; what is said is kept in `checked`. */
export function checkAgain(before: CheckedUsers | undefined) {
  const checked: Checking = { users: [], said: [] };
  const known = before ? finder(before) : () => undefined;
  const checkUser: RuleInput['checkUser'] = (check, user, asked) => {
    const said = known(user) ?? withoutFixes(checkOnce(check, user, asked));
    checked.users.push(user);
    checked.said.push(said);
    return said;
  };
  return { checked, checkUser };
}

/** Users are asked about in order, and seldom is more than one of them another: looked up are those alone that moved. */
function finder({ users, said }: CheckedUsers): (user: AclUser) => readonly Problem[] | undefined {
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
