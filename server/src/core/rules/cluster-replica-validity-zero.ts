import { argumentAt } from './building-blocks/places.js';
import { explicitSetting, isOn } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const clusterReplicaValidityZero: Rule = {
  id: 'cluster-replica-validity-zero',
  summary: 'a replica with old data may become the primary',
  category: 'cluster',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  dialects: ['server'],
  reads: ['cluster-replica-validity-factor', 'cluster-enabled'],
  check: checkClusterReplicaValidityZero,
};

function* checkClusterReplicaValidityZero({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'cluster-replica-validity-factor');
  if (setting?.text !== '0' || !isOn(config, 'cluster-enabled')) return;
  yield {
    at: argumentAt(setting.from),
    message: `${setting.from.directive.name.raw} 0 promotes a replica however old its data is. Use 10 unless uptime matters more than data.`,
  };
}
