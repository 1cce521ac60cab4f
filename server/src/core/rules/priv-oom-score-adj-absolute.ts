import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const privOomScoreAdjAbsolute: Rule = {
  id: 'priv-oom-score-adj-absolute',
  summary: 'fixed values decide which process the kernel kills first',
  category: 'resources',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  dialects: ['server'],
  reads: ['oom-score-adj'],
  check: checkPrivOomScoreAdjAbsolute,
};

function* checkPrivOomScoreAdjAbsolute({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'oom-score-adj');
  if (setting?.lower !== 'absolute') return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message:
      '"absolute" overrides the OOMScoreAdjust that the service manager gave. Use "relative" to add to it instead.',
    fixes: () => [
      {
        title: 'Set oom-score-adj to relative',
        effect: 'access',
        consequence: 'The kernel may choose another process when memory runs out: add up both values first.',
        edits: [replaceAt(at, 'relative')],
      },
    ],
  };
}
