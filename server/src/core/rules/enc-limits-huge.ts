import type { DirectiveName } from '../directives/catalog.js';
import { above } from './building-blocks/amounts.js';
import { valueRule } from './value-rule.js';

const ENTRIES = 100_000n;
const BYTES = 1024n ** 2n;

/** Where a list that is read from its start, or an array that is moved at each insertion, gets slow. */
const LARGEST: Readonly<Partial<Record<DirectiveName, bigint>>> = {
  'hash-max-listpack-entries': ENTRIES,
  'zset-max-listpack-entries': ENTRIES,
  'set-max-listpack-entries': ENTRIES,
  'set-max-intset-entries': 10n * ENTRIES,
  'hash-max-listpack-value': BYTES,
  'zset-max-listpack-value': BYTES,
  'set-max-listpack-value': BYTES,
};

export const encLimitsHuge = valueRule({
  id: 'enc-limits-huge',
  summary: 'compact encodings so large that single commands take long',
  category: 'resources',
  severity: 'warning',
  references: ['CWE-400', 'CVE-2021-32627', 'CVE-2021-32628', 'CVE-2021-32687'],
  dialects: ['server'],
  directive: Object.keys(LARGEST) as readonly DirectiveName[],
  when: ({ name, text }) => above(LARGEST[name] ?? 0n)({ text }),
  message: ({ name, text, from }, { config }) =>
    `"${from.directive.name.raw} ${text}" makes one command walk or move all of that. Remove the line (default ${config.catalog.directive(name)?.default}).`,
  remedy: ({ name, from }, { config }) => [
    {
      unset: true,
      title: `Remove ${from.directive.name.raw} (default ${config.catalog.directive(name)?.default})`,
      effect: 'speed',
      consequence: 'Larger values then take several times the memory: compare used_memory with the limit first.',
    },
  ],
});
