import { isAtLeast } from '../directives/target.js';
import { allowedAmong } from './building-blocks/acl-commands.js';
import { knownUsers, lastKeyword, removeRule, ruleAt, userLabel } from './building-blocks/acl-users.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclSkipSanitizePayload: Rule = {
  id: 'acl-skip-sanitize-payload',
  summary: 'a user whose RESTORE payloads are not checked',
  category: 'acl',
  severity: 'warning',
  references: ['CWE-20', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  check: checkSkipSanitizePayload,
};

/** Valkey 9.1 takes the rule and ignores it. */
function* checkSkipSanitizePayload({ config }: RuleInput): Iterable<Problem> {
  if (isAtLeast(config.target, { valkey: '9.1' })) return;
  for (const user of knownUsers(config)) {
    if (user.effective.sanitizesPayload !== false) continue;
    const rule = lastKeyword(user, 'skip-sanitize-payload');
    if (!rule) continue;
    if (allowedAmong(config, user, ['restore', 'restore-asking'], true).length === 0) continue;
    yield {
      at: ruleAt(user, rule),
      message: `RESTORE takes what ${userLabel(user)} sends unchecked, and a crafted payload corrupts memory. Remove this rule.`,
      fixes: [
        {
          title: 'Remove the rule',
          effect: 'speed',
          consequence:
            'RESTORE by this user takes longer where sanitize-dump-payload is "clients", for it is checked then.',
          edits: [removeRule(user, rule)],
        },
      ],
    };
  }
}
