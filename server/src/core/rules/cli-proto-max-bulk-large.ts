import { parseMemory } from '../directives/values.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting, removeAllLines } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const cliProtoMaxBulkLarge: Rule = {
  id: 'cli-proto-max-bulk-large',
  summary: 'single values beyond half a gigabyte are allowed',
  category: 'resources',
  severity: 'warning',
  references: ['CWE-770', 'CVE-2021-41099'],
  dialects: ['server'],
  reads: ['proto-max-bulk-len'],
  check: checkCliProtoMaxBulkLarge,
};

const LARGEST = 512n * 1024n ** 2n;

function* checkCliProtoMaxBulkLarge({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'proto-max-bulk-len');
  const bytes = setting && parseMemory(setting.text);
  if (!setting || bytes === undefined || bytes <= LARGEST) return;
  yield {
    at: argumentAt(setting.from),
    message: `proto-max-bulk-len ${setting.text} allows huge single values. Remove the line (default 512mb).`,
    fixes: () => [
      removeAllLines(config, 'proto-max-bulk-len', 'Remove proto-max-bulk-len (default 512mb)', {
        effect: 'access',
        consequence: 'Clients that send or append to values of more than 512 MB are refused.',
      }),
    ],
  };
}
