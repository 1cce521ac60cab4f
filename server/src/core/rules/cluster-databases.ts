import { argumentAt } from './building-blocks/places.js';
import { explicitSetting, isOn, removeAllLines } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const clusterDatabases: Rule = {
  id: 'cluster-databases',
  summary: 'more databases than a cluster has',
  category: 'cluster',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  dialects: ['server'],
  reads: ['databases', 'cluster-enabled', 'cluster-databases'],
  check: checkClusterDatabases,
};

/** The stock files of all versions say 16: nobody meant anything by it. */
const STOCK = '16';

function* checkClusterDatabases({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'databases');
  if (!setting || ['0', '1', STOCK].includes(setting.text) || !isOn(config, 'cluster-enabled')) return;
  const remedy = config.setting('cluster-databases') ? 'Set "cluster-databases" instead' : 'Remove the line';
  yield {
    at: argumentAt(setting.from),
    message: `A cluster does not use "databases ${setting.text}": SELECT finds database 0 alone. ${remedy}.`,
    fixes: () => [removeAllLines(config, 'databases', 'Remove the line', { effect: 'safe' })],
    tags: ['unnecessary'],
  };
}
