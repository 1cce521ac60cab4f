import { has } from '../directives/capabilities.js';
import { allowedAmong } from './building-blocks/acl-commands.js';
import { lastKeyword, removeRule, ruleAt, userLabel } from './building-blocks/acl-users.js';
import { lowerInForce } from './building-blocks/values-in-force.js';
import { userRule } from './user-rule.js';

/** Valkey 9.1 takes the rule and ignores it; with `sanitize-dump-payload yes` the others do. */
export const aclSkipSanitizePayload = userRule({
  id: 'acl-skip-sanitize-payload',
  summary: 'a user whose RESTORE payloads are not checked',
  category: 'acl',
  severity: 'warning',
  references: ['CWE-20', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  users: 'known',
  check: (user, { config }) => {
    const rule = user.effective.sanitizesPayload === false ? lastKeyword(user, 'skip-sanitize-payload') : undefined;
    const checked = config.dialect === 'server' ? lowerInForce(config, 'sanitize-dump-payload') : undefined;
    if (!rule || checked === 'yes' || has(config.target, 'acl-payload-rules-ignored')) return undefined;
    if (allowedAmong(config, user, ['restore', 'restore-asking'], true).length === 0) return undefined;
    return {
      at: ruleAt(user, rule),
      message:
        checked === 'no'
          ? 'This rule has no effect: "sanitize-dump-payload" is "no", which checks nobody. Set that to "clients", and remove the rule.'
          : `Where "sanitize-dump-payload" is "clients", RESTORE loads what ${userLabel(user)} sends without a check. Remove this rule.`,
      severity: checked === 'no' ? 'information' : 'warning',
      fixes: () => [
        {
          title: 'Remove the rule',
          effect: 'speed',
          consequence:
            'RESTORE by this user takes longer where "sanitize-dump-payload" is "clients": it is checked then.',
          edits: [removeRule(user, rule)],
        },
      ],
    };
  },
  also: ['sanitize-dump-payload'],
});
