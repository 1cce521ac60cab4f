import { argumentAt } from './building-blocks/places.js';
import { explicitSetting, isOn } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const clusterNodeTimeoutLow: Rule = {
  id: 'cluster-node-timeout-low',
  summary: 'a short pause makes the cluster fail over',
  category: 'cluster',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  dialects: ['server'],
  reads: ['cluster-node-timeout', 'cluster-enabled'],
  check: checkClusterNodeTimeoutLow,
};

const SHORTEST_MS = 2000;

function* checkClusterNodeTimeoutLow({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'cluster-node-timeout');
  if (
    !setting ||
    !/^\d+$/.test(setting.text) ||
    Number(setting.text) >= SHORTEST_MS ||
    !isOn(config, 'cluster-enabled')
  )
    return;
  yield {
    at: argumentAt(setting.from),
    message: `cluster-node-timeout ${setting.text} ms takes a snapshot's pause for a failure. Use 5000 ms or more.`,
  };
}
