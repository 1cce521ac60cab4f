import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const persistRdbChecksumOff: Rule = {
  id: 'persist-rdb-checksum-off',
  summary: 'snapshots are written without a checksum',
  category: 'persistence',
  severity: 'warning',
  references: ['CWE-354', 'https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/'],
  dialects: ['server'],
  reads: ['rdbchecksum'],
  check: checkChecksum,
};

function* checkChecksum({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'rdbchecksum');
  if (setting?.lower !== 'no') return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message: 'rdbchecksum is "no": a damaged snapshot is loaded as if it were whole. Set it to "yes".',
    fixes: () => [
      {
        title: 'Set rdbchecksum to yes',
        effect: 'speed',
        consequence: 'Saving and loading a snapshot takes about a tenth longer, and a damaged one is refused.',
        edits: [replaceAt(at, 'yes')],
      },
    ],
  };
}
