import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const logLevelTooQuiet: Rule = {
  id: 'log-level-too-quiet',
  summary: 'the log leaves out what an investigation needs',
  category: 'logging',
  severity: 'information',
  references: ['CWE-778'],
  reads: ['loglevel'],
  check: checkLevel,
};

function* checkLevel({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'loglevel');
  if (!setting || !['warning', 'nothing'].includes(setting.lower)) return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message: `loglevel "${setting.lower}" leaves out replication, saves and restarts. Set it to "notice".`,
    fixes: () => [
      { title: 'Set loglevel to notice', effect: 'safe', isPreferred: true, edits: [replaceAt(at, 'notice')] },
    ],
  };
}
