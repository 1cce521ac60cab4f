import { parseMemory } from '../directives/values.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting, removeAllLines } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const cliQueryBufferLarge: Rule = {
  id: 'cli-query-buffer-large',
  summary: 'a client may fill gigabytes with one unfinished command',
  category: 'resources',
  severity: 'warning',
  references: ['CWE-770', 'CVE-2021-32627'],
  dialects: ['server'],
  reads: ['client-query-buffer-limit'],
  check: checkCliQueryBufferLarge,
};

const LARGEST = 1024n ** 3n;

function* checkCliQueryBufferLarge({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'client-query-buffer-limit');
  const bytes = setting && parseMemory(setting.text);
  if (!setting || bytes === undefined || bytes <= LARGEST) return;
  yield {
    at: argumentAt(setting.from),
    message: `client-query-buffer-limit ${setting.text} lets one client fill that much memory. Remove the line (default 1gb).`,
    fixes: () => [
      removeAllLines(config, 'client-query-buffer-limit', 'Remove client-query-buffer-limit (default 1gb)', {
        effect: 'access',
        consequence: 'Clients that send more than 1 GB in one command or pipeline are cut off.',
      }),
    ],
  };
}
