import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const logSlowlogDisabled: Rule = {
  id: 'log-slowlog-disabled',
  summary: 'slow commands are not recorded',
  category: 'logging',
  severity: 'information',
  references: ['CWE-778', 'https://redis.io/docs/latest/commands/slowlog/'],
  reads: ['slowlog-log-slower-than'],
  check: checkLogSlowlogDisabled,
};

function* checkLogSlowlogDisabled({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'slowlog-log-slower-than');
  if (!setting || !/^-[1-9]/.test(setting.text)) return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message: 'A negative slowlog-log-slower-than records no slow command. Set it to 10000 (10 ms), the default.',
    fixes: () => [
      {
        title: 'Set slowlog-log-slower-than to 10000',
        effect: 'data',
        consequence: 'Slow commands are then kept with their arguments, for whoever may run SLOWLOG.',
        edits: [replaceAt(at, '10000')],
      },
    ],
  };
}
