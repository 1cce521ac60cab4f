import { has } from '../directives/capabilities.js';
import { explicitValue } from './building-blocks/values-in-force.js';
import { valueRule } from './value-rule.js';

export const procDaemonizeSupervised = valueRule({
  id: 'proc-daemonize-supervised',
  summary: 'a supervised server of Redis up to 6.0 goes to the background',
  category: 'deployment',
  severity: 'warning',
  references: ['https://github.com/redis/redis/pull/8036'],
  dialects: ['server'],
  directive: 'daemonize',
  when: ({ lower }, { config }) =>
    lower === 'yes' &&
    (explicitValue(config, 'supervised')?.lower ?? 'no') !== 'no' &&
    !has(config.target, 'supervised-over-daemonize'),
  message: (_, { config }) =>
    `Up to Redis 6.0 "daemonize yes" may defeat "supervised ${explicitValue(config, 'supervised')?.lower}": the start times out. Set "daemonize" to "no".`,
  remedy: {
    set: 'no',
    effect: 'access',
    consequence: 'A unit of "Type=forking" waits for a daemon in vain: make it "Type=notify".',
  },
  also: ['supervised'],
});
