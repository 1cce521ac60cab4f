import { knownUsers, lastKeyword, removeRule, ruleAt, userLabel } from './building-blocks/acl-users.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclNopassAfterPassword: Rule = {
  id: 'acl-nopass-after-password',
  summary: 'nopass after a password, which it throws away',
  category: 'acl',
  severity: 'error',
  references: ['CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  reads: ['users'],
  check: checkNopassAfterPassword,
};

function* checkNopassAfterPassword({ config }: RuleInput): Iterable<Problem> {
  for (const user of knownUsers(config)) {
    if (!user.effective.acceptsAnyPassword) continue;
    const nopass = lastKeyword(user, 'nopass');
    const lost = user.rules.findLast(
      (rule) =>
        (rule.kind === 'password' || rule.kind === 'hash') &&
        rule.isAdded &&
        rule.word.end <= (nopass?.word.start ?? 0),
    );
    if (!nopass || !lost) continue;
    yield {
      at: ruleAt(user, nopass),
      message: `"nopass" throws away the password before it: any password logs in as ${userLabel(user)}. Remove it.`,
      severity: user.effective.isOn ? 'error' : 'warning',
      related: [{ at: ruleAt(user, lost), message: 'This password has no effect.' }],
      fixes: () => [
        {
          title: 'Remove "nopass": clients must send the password',
          effect: 'access',
          consequence: 'Clients that log in as this user with another password, or with none, are refused.',
          edits: [removeRule(user, nopass)],
        },
      ],
    };
  }
}
