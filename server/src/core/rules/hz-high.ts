import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const hzHigh: Rule = {
  id: 'hz-high',
  summary: 'background work more often than it helps',
  category: 'resources',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency/'],
  dialects: ['server'],
  isOptIn: true,
  reads: ['hz'],
  check: checkHzHigh,
};

const MOST = 100;

function* checkHzHigh({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'hz');
  if (!setting || !(Number(setting.text) > MOST)) return;
  yield {
    at: argumentAt(setting.from),
    message: `With hz ${setting.text} background work wakes the server more than 100 times a second. Use 10 and "dynamic-hz yes".`,
  };
}
