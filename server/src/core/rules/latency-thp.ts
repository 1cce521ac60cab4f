import { argumentAt } from './building-blocks/places.js';
import { explicitSetting, removeAllLines } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const latencyThp: Rule = {
  id: 'latency-thp',
  summary: 'huge pages stay on, and snapshots copy more than they must',
  category: 'resources',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency/'],
  dialects: ['server'],
  reads: ['disable-thp'],
  check: checkLatencyThp,
};

function* checkLatencyThp({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'disable-thp');
  if (setting?.lower !== 'no') return;
  yield {
    at: argumentAt(setting.from),
    message:
      'With huge pages each write during a snapshot copies 2 MB instead of 4 kB. Remove the line: the default disables them.',
    fixes: () => [
      removeAllLines(config, 'disable-thp', 'Remove disable-thp (default yes)', {
        effect: 'speed',
        consequence: 'Memory is then mapped in small pages, which takes a little more time while no snapshot runs.',
      }),
    ],
  };
}
