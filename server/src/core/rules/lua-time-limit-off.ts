import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const luaTimeLimitOff: Rule = {
  id: 'lua-time-limit-off',
  summary: 'scripts may block the server for ever',
  category: 'commands',
  severity: 'warning',
  references: ['CWE-400', 'https://redis.io/docs/latest/develop/programmability/eval-intro/'],
  dialects: ['server'],
  reads: ['busy-reply-threshold'],
  check: checkLimit,
};

const DEFAULT_MILLISECONDS = '5000';

function* checkLimit({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'busy-reply-threshold');
  if (setting?.text !== '0') return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message: `${setting.from.directive.name.raw} is ${setting.text}: a script that never ends blocks the server, and SCRIPT KILL too. Set it to ${DEFAULT_MILLISECONDS} (ms).`,
    fixes: () => [
      {
        title: `Set it to ${DEFAULT_MILLISECONDS} milliseconds`,
        effect: 'access',
        consequence: 'While a script runs longer than 5 seconds clients get a BUSY error instead of waiting.',
        edits: [replaceAt(at, DEFAULT_MILLISECONDS)],
      },
    ],
  };
}
