import type { DirectiveName } from '../directives/catalog.js';
import { parseMemory } from '../directives/values.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting, removeAllLines } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const encLimitsHuge: Rule = {
  id: 'enc-limits-huge',
  summary: 'compact encodings so large that single commands take long',
  category: 'resources',
  severity: 'warning',
  references: ['CWE-400', 'CVE-2021-32627', 'CVE-2021-32628', 'CVE-2021-32687'],
  dialects: ['server'],
  reads: [
    'hash-max-listpack-entries',
    'zset-max-listpack-entries',
    'set-max-listpack-entries',
    'set-max-intset-entries',
    'hash-max-listpack-value',
    'zset-max-listpack-value',
    'set-max-listpack-value',
  ],
  check: checkEncLimitsHuge,
};

const ENTRIES = 100_000n;
const BYTES = 1024n ** 2n;

/** Where a list that is read from its start, or an array that is moved at each insertion, gets slow. */
const LARGEST: readonly (readonly [DirectiveName, bigint])[] = [
  ['hash-max-listpack-entries', ENTRIES],
  ['zset-max-listpack-entries', ENTRIES],
  ['set-max-listpack-entries', ENTRIES],
  ['set-max-intset-entries', 10n * ENTRIES],
  ['hash-max-listpack-value', BYTES],
  ['zset-max-listpack-value', BYTES],
  ['set-max-listpack-value', BYTES],
];

function* checkEncLimitsHuge({ config }: RuleInput): Iterable<Problem> {
  for (const [name, largest] of LARGEST) {
    const setting = explicitSetting(config, name);
    const size = setting && parseMemory(setting.text);
    if (!setting || size === undefined || size <= largest) continue;
    const written = setting.from.directive.name.raw;
    const usual = config.catalog.directive(name)?.default;
    yield {
      at: argumentAt(setting.from),
      message: `${written} ${setting.text} makes one command walk or move all of that. Remove the line (default ${usual}).`,
      fixes: () => [
        removeAllLines(config, name, `Remove ${written} (default ${usual})`, {
          effect: 'speed',
          consequence: 'Larger values then take several times the memory: compare used_memory with the limit first.',
        }),
      ],
    };
  }
}
