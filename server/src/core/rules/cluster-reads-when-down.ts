import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting, isOn } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const clusterReadsWhenDown: Rule = {
  id: 'cluster-reads-when-down',
  summary: 'a node answers from old data while the cluster is down',
  category: 'cluster',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  dialects: ['server'],
  reads: ['cluster-allow-reads-when-down', 'cluster-enabled'],
  check: checkClusterReadsWhenDown,
};

function* checkClusterReadsWhenDown({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'cluster-allow-reads-when-down');
  if (setting?.lower !== 'yes' || !isOn(config, 'cluster-enabled')) return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message:
      'A node that lost the cluster goes on answering reads from data that grows old. Set it to "no" unless that is meant.',
    fixes: () => [
      {
        title: 'Set cluster-allow-reads-when-down to no',
        effect: 'access',
        consequence: 'Clients that read while the cluster is down are refused.',
        edits: [replaceAt(at, 'no')],
      },
    ],
  };
}
