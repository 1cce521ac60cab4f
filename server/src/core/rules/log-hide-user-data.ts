import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const logHideUserData: Rule = {
  id: 'log-hide-user-data',
  summary: 'keys and values may end up in the log',
  category: 'logging',
  severity: 'information',
  references: ['CWE-532'],
  dialects: ['server'],
  reads: ['hide-user-data-from-log'],
  check: checkLogHideUserData,
};

function* checkLogHideUserData({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'hide-user-data-from-log');
  if (setting?.lower !== 'no') return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message: 'hide-user-data-from-log is "no": crash reports may hold keys and values of clients. Set it to "yes".',
    fixes: () => [
      { title: 'Set hide-user-data-from-log to yes', effect: 'safe', isPreferred: true, edits: [replaceAt(at, 'yes')] },
    ],
  };
}
