import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const logSlowlogAll: Rule = {
  id: 'log-slowlog-all',
  summary: 'every command is kept in the slow log, with its arguments',
  category: 'logging',
  severity: 'hint',
  references: ['CWE-532', 'https://redis.io/docs/latest/commands/slowlog/'],
  reads: ['slowlog-log-slower-than'],
  check: checkLogSlowlogAll,
};

function* checkLogSlowlogAll({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'slowlog-log-slower-than');
  if (setting?.text !== '0') return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message: 'slowlog-log-slower-than 0 records every command with its arguments. Set it to 10000 (10 ms).',
    fixes: () => [
      {
        title: 'Set slowlog-log-slower-than to 10000',
        effect: 'data',
        consequence: 'Commands of less than 10 ms are no longer recorded.',
        edits: [replaceAt(at, '10000')],
      },
    ],
  };
}
