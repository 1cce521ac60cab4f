import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const acllogDisabled: Rule = {
  id: 'acllog-disabled',
  summary: 'failed logins and denied commands are not kept',
  category: 'logging',
  severity: 'information',
  references: ['CWE-778', 'https://redis.io/docs/latest/commands/acl-log/'],
  reads: ['acllog-max-len'],
  check: checkAcllogDisabled,
};

function* checkAcllogDisabled({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'acllog-max-len');
  if (setting?.text !== '0') return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message: 'acllog-max-len 0 keeps no failed logins and no denied commands. Set it to 128, the default.',
    fixes: () => [
      { title: 'Set acllog-max-len to 128', effect: 'safe', isPreferred: true, edits: [replaceAt(at, '128')] },
    ],
  };
}
