import { valueRule } from './value-rule.js';

export const logLatencyMonitorOff = valueRule({
  id: 'log-latency-monitor-off',
  summary: 'slow moments of the server itself are not recorded',
  category: 'logging',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency-monitor/'],
  dialects: ['server'],
  isOptIn: true,
  directive: 'latency-monitor-threshold',
  when: '0',
  message:
    'With "latency-monitor-threshold 0" the server records no slow forks, disk writes or expiry runs. Set it to 100 (ms).',
  remedy: { set: '100', title: 'Record what takes 100 ms', effect: 'safe', isPreferred: true },
});
