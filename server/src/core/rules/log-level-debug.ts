import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const logLevelDebug: Rule = {
  id: 'log-level-debug',
  summary: 'the log holds every detail, down to clients and commands',
  category: 'logging',
  severity: 'warning',
  references: ['CWE-532'],
  reads: ['loglevel'],
  check: checkLevel,
};

function* checkLevel({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'loglevel');
  if (setting?.lower !== 'debug') return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message: 'loglevel "debug" floods the log and tells about clients and keys. Set it to "notice".',
    fixes: () => [
      { title: 'Set loglevel to notice', effect: 'safe', isPreferred: true, edits: [replaceAt(at, 'notice')] },
    ],
  };
}
