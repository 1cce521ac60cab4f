import { isAtLeast } from '../directives/target.js';
import { allowedAmong } from './building-blocks/acl-commands.js';
import { knownUsers, lastKeyword, removeRule, ruleAt, userLabel } from './building-blocks/acl-users.js';
import { valueInForce } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclSkipSanitizePayload: Rule = {
  id: 'acl-skip-sanitize-payload',
  summary: 'a user whose RESTORE payloads are not checked',
  category: 'acl',
  severity: 'warning',
  references: ['CWE-20', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  reads: ['sanitize-dump-payload', 'users'],
  check: checkSkipSanitizePayload,
};

/** Valkey 9.1 takes the rule and ignores it; with `sanitize-dump-payload yes` the others do. */
function* checkSkipSanitizePayload({ config }: RuleInput): Iterable<Problem> {
  const checked = config.dialect === 'server' ? valueInForce(config, 'sanitize-dump-payload') : undefined;
  if (isAtLeast(config.target, { valkey: '9.1' }) || checked === 'yes') return;
  for (const user of knownUsers(config)) {
    if (user.effective.sanitizesPayload !== false) continue;
    const rule = lastKeyword(user, 'skip-sanitize-payload');
    if (!rule) continue;
    if (allowedAmong(config, user, ['restore', 'restore-asking'], true).length === 0) continue;
    yield {
      at: ruleAt(user, rule),
      message:
        checked === 'no'
          ? 'This rule has no effect while sanitize-dump-payload is "no", which checks nobody. Set that to "clients", and remove the rule.'
          : `Where sanitize-dump-payload is "clients", RESTORE takes what ${userLabel(user)} sends unchecked. Remove this rule.`,
      severity: checked === 'no' ? 'information' : 'warning',
      fixes: () => [
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
