import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const replDisklessLoadSwapdb: Rule = {
  id: 'repl-diskless-load-swapdb',
  summary: 'a replica keeps two data sets in memory while it synchronises',
  category: 'replication',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/replication/', 'CWE-770'],
  dialects: ['server'],
  reads: ['repl-diskless-load'],
  check: checkReplDisklessLoadSwapdb,
};

function* checkReplDisklessLoadSwapdb({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'repl-diskless-load');
  if (setting?.lower !== 'swapdb') return;
  yield {
    at: argumentAt(setting.from),
    message:
      '"swapdb" holds the old and the new data in memory at once. Leave as much memory free as the data takes, or use "disabled".',
  };
}
