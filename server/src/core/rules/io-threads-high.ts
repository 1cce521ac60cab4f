import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const ioThreadsHigh: Rule = {
  id: 'io-threads-high',
  summary: 'more I/O threads than most machines have cores',
  category: 'resources',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency/'],
  dialects: ['server'],
  isOptIn: true,
  reads: ['io-threads'],
  check: checkIoThreadsHigh,
};

const MOST = 16;

function* checkIoThreadsHigh({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'io-threads');
  if (!setting || !(Number(setting.text) > MOST)) return;
  yield {
    at: argumentAt(setting.from),
    message: `io-threads ${setting.text} is slower than fewer, unless the machine has more cores than that. Use at most half of its cores.`,
  };
}
