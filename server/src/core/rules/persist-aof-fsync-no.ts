import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting, isOn } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const persistAofFsyncNo: Rule = {
  id: 'persist-aof-fsync-no',
  summary: 'the append-only file is flushed only when the kernel likes to',
  category: 'persistence',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/'],
  dialects: ['server'],
  reads: ['appendfsync', 'appendonly'],
  check: checkFsync,
};

function* checkFsync({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'appendfsync');
  if (setting?.lower !== 'no' || !isOn(config, 'appendonly')) return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message: 'appendfsync "no" leaves up to 30 seconds of writes to the kernel. Set it to "everysec".',
    fixes: () => [
      {
        title: 'Set appendfsync to everysec',
        effect: 'speed',
        consequence: 'The disk is flushed every second, and writes wait where it does not keep up.',
        edits: [replaceAt(at, 'everysec')],
      },
    ],
  };
}
