import { DIRECTIVE_NAMES } from '../directives/catalog.js';
import { nameOf } from './building-blocks/places.js';
import { explicitValue, lowerInForce } from './building-blocks/values-in-force.js';
import type { Problem, Rule, RuleInput } from './rule.js';

const OF_A_NODE = DIRECTIVE_NAMES.filter((name) => name.startsWith('cluster-') && name !== 'cluster-enabled');

export const clusterSettingWithoutCluster: Rule = {
  id: 'cluster-setting-without-cluster',
  summary: 'a setting of a cluster node on a server that is none',
  category: 'cluster',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  dialects: ['server'],
  about: OF_A_NODE,
  reads: [...OF_A_NODE, 'cluster-enabled', 'files', 'elsewhere'],
  check: checkClusterDirectives,
};

/** Once a file: at the first of them. What repeats the default was taken over from a stock file. */
function* checkClusterDirectives({ config }: RuleInput): Iterable<Problem> {
  if (lowerInForce(config, 'cluster-enabled') !== 'no' || config.mayBeSaidElsewhere) return;
  const chosen = OF_A_NODE.flatMap((name) => {
    const value = explicitValue(config, name);
    return value && value.from.shown !== config.catalog.directive(name)?.default ? [value] : [];
  });
  const order = config.files.map(({ id }) => id);
  const [first] = chosen.sort(
    ({ from: a }, { from: b }) => order.indexOf(a.source) - order.indexOf(b.source) || a.line - b.line,
  );
  if (!first) return;
  yield {
    at: nameOf(first.from),
    message: `"${first.from.directive.name.raw}" has no effect: this server is no node of a cluster. Set "cluster-enabled yes", or remove the cluster settings.`,
    tags: ['unnecessary'],
  };
}
