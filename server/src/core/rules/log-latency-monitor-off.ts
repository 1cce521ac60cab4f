import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const logLatencyMonitorOff: Rule = {
  id: 'log-latency-monitor-off',
  summary: 'slow moments of the server itself are not recorded',
  category: 'logging',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency-monitor/'],
  dialects: ['server'],
  isOptIn: true,
  reads: ['latency-monitor-threshold'],
  check: checkLogLatencyMonitorOff,
};

function* checkLogLatencyMonitorOff({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'latency-monitor-threshold');
  if (setting?.text !== '0') return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message:
      'With 0 the server records no slow forks, disk writes or expiry runs. Set latency-monitor-threshold to 100 (ms).',
    fixes: () => [
      { title: 'Record what takes 100 ms', effect: 'safe', isPreferred: true, edits: [replaceAt(at, '100')] },
    ],
  };
}
