import { parseMemory } from '../directives/memory.js';
import { above, below } from './building-blocks/amounts.js';
import type { Remedy } from './building-blocks/remedy.js';
import type { ExplicitValue } from './building-blocks/values-in-force.js';
import { valueRule } from './value-rule.js';

const MEGABYTE = 1024n * 1024n;

/** An empty server takes about a megabyte; a limit without a unit is in bytes, which is hardly ever meant. */
export const memMaxmemoryTiny = valueRule({
  id: 'mem-maxmemory-tiny',
  summary: 'a memory limit so small that every write fails',
  category: 'resources',
  severity: 'error',
  references: ['https://redis.io/docs/latest/develop/reference/eviction/'],
  dialects: ['server'],
  directive: 'maxmemory',
  when: (value) => above(0n)(value) && below(3n * MEGABYTE)(value),
  message: (value) => {
    const fault = below(MEGABYTE)(value) ? 'every write fails' : 'hardly any data fits';
    const remedy = isBare(value) ? 'Add a unit, such as "mb"' : 'Raise it';
    return `"maxmemory ${value.text}" is ${parseMemory(value.text)} bytes: ${fault}. ${remedy}.`;
  },
  severityOf: (_, value) => (below(MEGABYTE)(value) ? 'error' : 'warning'),
  remedy: (value) => (isBare(value) && !above(MEGABYTE)(value) ? [inMegabytes(value)] : []),
});

const isBare = ({ text }: ExplicitValue): boolean => /^\d+$/.test(text);

const inMegabytes = ({ text }: ExplicitValue): Remedy => ({
  set: `${text}mb`,
  title: `Change to ${text}mb`,
  effect: 'data',
  consequence: 'The server may then take that much memory: check that the machine has it.',
});
