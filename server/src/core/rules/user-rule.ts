import { knownUsers, usableUsers } from './building-blocks/acl-users.js';
import type { Rule, RuleHeader, Trigger, UserCheck } from './rule.js';

/** Something is wrong with what a user may do, or with how somebody logs in as it. */
export interface UserRule extends RuleHeader {
  /** Those whose rules are known; or of them all but the default one that somebody can log in as. */
  readonly users: 'known' | 'usable';
  /** What is wrong with one of them. */
  readonly check: UserCheck;
  /** What it reads besides. */
  readonly also?: readonly Trigger[];
}

/** Makes the rule: each user is checked by itself. */
export function userRule({ users, check, also = [], ...header }: UserRule): Rule {
  const usersOf = users === 'known' ? knownUsers : usableUsers;
  return {
    ...header,
    reads: ['users', ...also],
    userReads: also,
    *check(input) {
      for (const user of input.remember(usersOf, input.config, input.config)) {
        yield* input.checkUser(check, user, input);
      }
    },
  };
}
