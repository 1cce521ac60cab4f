import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const logLevelVerbose: Rule = {
  id: 'log-level-verbose',
  summary: 'the log is more talkative than production needs',
  category: 'logging',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  reads: ['loglevel'],
  check: checkLevel,
};

function* checkLevel({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'loglevel');
  if (setting?.lower !== 'verbose') return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message: 'loglevel "verbose" logs statistics every few seconds. Set it to "notice" for production.',
    fixes: () => [
      { title: 'Set loglevel to notice', effect: 'safe', isPreferred: true, edits: [replaceAt(at, 'notice')] },
    ],
  };
}
