import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const logCrashDisabled: Rule = {
  id: 'log-crash-disabled',
  summary: 'a crash leaves no report',
  category: 'logging',
  severity: 'hint',
  references: ['CWE-778'],
  reads: ['crash-log-enabled'],
  check: checkLogCrashDisabled,
};

function* checkLogCrashDisabled({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'crash-log-enabled');
  if (setting?.lower !== 'no') return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message: 'crash-log-enabled is "no": a crash leaves no report to learn from. Set it to "yes".',
    fixes: () => [
      { title: 'Set crash-log-enabled to yes', effect: 'safe', isPreferred: true, edits: [replaceAt(at, 'yes')] },
    ],
  };
}
