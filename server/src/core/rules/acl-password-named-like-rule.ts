import { ACL_KEYWORDS, type Keyword } from '../acl/rule-syntax.js';
import type { AclUser } from '../config/users/users.js';
import { lowerCaseAscii } from '../syntax/config-line.js';
import { ruleAt, userLabel } from './building-blocks/acl-users.js';
import { replaceAt } from './building-blocks/edits.js';
import type { Problem } from './rule.js';
import { userRule } from './user-rule.js';

export const aclPasswordNamedLikeRule = userRule({
  id: 'acl-password-named-like-rule',
  summary: 'a password that is the name of an ACL rule, probably by mistake',
  category: 'acl',
  severity: 'warning',
  references: ['CWE-521', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  checksLooks: true,
  users: 'known',
  check: (user) => [...passwordsNamedLikeRules(user)],
});

/** To write these in place of a password would open the user, or more. */
const OPENING: readonly Keyword[] = ['nopass', 'allcommands', 'allkeys', 'allchannels', 'alldbs'];

function remedyFor(keyword: Keyword): string {
  return OPENING.includes(keyword) ? 'Choose a random password.' : 'Remove the ">" if the rule is meant.';
}

function* passwordsNamedLikeRules(user: AclUser): Iterable<Problem> {
  for (const { clear, rule } of user.effective.passwords) {
    const keyword = clear && ACL_KEYWORDS.find((name) => name === lowerCaseAscii(clear));
    if (!keyword || !rule) continue;
    const at = ruleAt(user, rule);
    yield {
      at,
      message: `The password of ${userLabel(user)} is the name of an ACL rule. ${remedyFor(keyword)}`,
      fixes: () =>
        OPENING.includes(keyword)
          ? []
          : [
              {
                title: 'Remove the ">": the user loses this password',
                effect: 'access',
                consequence: 'The user gets the rule and loses this password, which may be the only one.',
                edits: [replaceAt(at, keyword)],
              },
            ],
    };
  }
}
