import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting, valueInForce } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const persistStopWritesOff: Rule = {
  id: 'persist-stop-writes-off',
  summary: 'writes go on although snapshots fail',
  category: 'persistence',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/'],
  dialects: ['server'],
  reads: ['stop-writes-on-bgsave-error', 'save', 'maxmemory-policy'],
  check: checkStopWrites,
};

function* checkStopWrites({ config, role }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'stop-writes-on-bgsave-error');
  const save = config.setting('save');
  if (role === 'cache' || setting?.lower !== 'no' || !save || save.values.every((value) => value === '')) return;
  const isLikelyCache = !role && valueInForce(config, 'maxmemory-policy')?.startsWith('allkeys-');
  const at = argumentAt(setting.from);
  yield {
    at,
    message:
      'stop-writes-on-bgsave-error is "no": failing snapshots go unnoticed until the data is lost. Set it to "yes".',
    severity: isLikelyCache ? 'information' : 'warning',
    fixes: () => [
      {
        title: 'Set stop-writes-on-bgsave-error to yes',
        effect: 'access',
        consequence: 'Clients that write are refused while snapshots fail, until one succeeds.',
        edits: [replaceAt(at, 'yes')],
      },
    ],
  };
}
