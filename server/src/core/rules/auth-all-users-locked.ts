import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { isRefused, isUsable, knownUsers } from './building-blocks/acl-users.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const authAllUsersLocked: Rule = {
  id: 'auth-all-users-locked',
  summary: 'no user can log in',
  category: 'authentication',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  reads: ['acl-syntax', 'user', 'users', 'elsewhere'],
  check: checkAllLocked,
};

function* checkAllLocked({ config }: RuleInput): Iterable<Problem> {
  const { defaultUser } = config;
  if (defaultUser.state !== 'off' || !defaultUser.at || mayDeclareMore(config)) return;
  if (knownUsers(config).some((user) => isUsable(user.effective) || isRefused(config, user))) return;
  yield {
    at: defaultUser.at,
    message:
      'Nobody can log in: the default user is off, and no other user is on with a password. Add a user that can.',
  };
}

/** By a line that cannot be read, or cannot be seen here; an ACL file has all users in it. */
function mayDeclareMore(config: ResolvedConfiguration): boolean {
  if (config.users.some(({ isTemplated }) => isTemplated)) return true;
  if (config.problemsOf('acl-syntax').some(({ reason }) => reason === 'not-a-user-line')) return true;
  if (config.defaultUser.decidedBy === 'aclfile') return false;
  return config.mayBeSaidElsewhere || config.inForce('user')?.isKnown === false;
}
