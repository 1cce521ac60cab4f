import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting, isOn } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const persistNoFsyncOnRewrite: Rule = {
  id: 'persist-no-fsync-on-rewrite',
  summary: 'the append-only file is not flushed while a child process writes to disk',
  category: 'persistence',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/'],
  dialects: ['server'],
  reads: ['no-appendfsync-on-rewrite', 'appendonly'],
  check: checkRewrite,
};

function* checkRewrite({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'no-appendfsync-on-rewrite');
  if (setting?.lower !== 'yes' || !isOn(config, 'appendonly')) return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message:
      'no-appendfsync-on-rewrite "yes" suspends flushing during each rewrite. Set it to "no" if writes must last.',
    fixes: () => [
      {
        title: 'Set no-appendfsync-on-rewrite to no',
        effect: 'speed',
        consequence: 'Writes may wait for a busy disk while a rewrite or snapshot runs.',
        edits: [replaceAt(at, 'no')],
      },
    ],
  };
}
