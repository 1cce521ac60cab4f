import { isUsable, knownUsers } from './building-blocks/acl-users.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const authAllUsersLocked: Rule = {
  id: 'auth-all-users-locked',
  summary: 'no user can log in',
  category: 'authentication',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  check: checkAllLocked,
};

function* checkAllLocked({ config }: RuleInput): Iterable<Problem> {
  const { defaultUser, users } = config;
  if (defaultUser.state !== 'off' || !defaultUser.at || users.some(({ isTemplated }) => isTemplated)) return;
  if (knownUsers(config).some(({ effective }) => isUsable(effective))) return;
  yield {
    at: defaultUser.at,
    message:
      'Nobody can log in: the default user is off, and no other user is on with a password. Add a user that can.',
  };
}
