import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const debugAssertEnabled: Rule = {
  id: 'debug-assert-enabled',
  summary: 'the assertions of test builds are switched on',
  category: 'commands',
  severity: 'warning',
  references: ['CWE-617', 'https://valkey.io/topics/valkey.conf/'],
  dialects: ['server'],
  reads: ['enable-debug-assert'],
  check: checkAssertions,
};

function* checkAssertions({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'enable-debug-assert');
  if (setting?.lower !== 'yes') return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message:
      'enable-debug-assert is "yes": checks for developers run, and each that fails crashes the server. Set it to "no".',
    fixes: () => [
      { title: 'Set enable-debug-assert to no', effect: 'safe', isPreferred: true, edits: [replaceAt(at, 'no')] },
    ],
  };
}
