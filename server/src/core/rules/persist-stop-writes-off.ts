import { lowerInForce } from './building-blocks/values-in-force.js';
import { valueRule } from './value-rule.js';

/** What evicts any key is probably a cache. */
export const persistStopWritesOff = valueRule({
  id: 'persist-stop-writes-off',
  summary: 'writes go on although snapshots fail',
  category: 'persistence',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/'],
  dialects: ['server'],
  directive: 'stop-writes-on-bgsave-error',
  when: ({ lower }, { config, role }) =>
    lower === 'no' && role !== 'cache' && config.inForce('save')?.values.some((value) => value !== '') === true,
  message:
    '"stop-writes-on-bgsave-error" is "no": failing snapshots go unnoticed until the data is lost. Set it to "yes".',
  severityOf: ({ config, role }) =>
    !role && lowerInForce(config, 'maxmemory-policy')?.startsWith('allkeys-') ? 'information' : 'warning',
  remedy: {
    set: 'yes',
    effect: 'access',
    consequence: 'Clients that write are refused while snapshots fail, until one succeeds.',
  },
  also: ['save', 'maxmemory-policy'],
});
