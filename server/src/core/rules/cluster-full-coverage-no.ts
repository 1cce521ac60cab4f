import { argumentAt } from './building-blocks/places.js';
import { explicitSetting, isOn } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const clusterFullCoverageNo: Rule = {
  id: 'cluster-full-coverage-no',
  summary: 'a cluster that goes on with a part of its keys missing',
  category: 'cluster',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  dialects: ['server'],
  isOptIn: true,
  reads: ['cluster-require-full-coverage', 'cluster-enabled'],
  check: checkClusterFullCoverageNo,
};

function* checkClusterFullCoverageNo({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'cluster-require-full-coverage');
  if (setting?.lower !== 'no' || !isOn(config, 'cluster-enabled')) return;
  yield {
    at: argumentAt(setting.from),
    message:
      'With slots missing the cluster still serves the others. Make sure that applications cope with losing some keys alone.',
  };
}
