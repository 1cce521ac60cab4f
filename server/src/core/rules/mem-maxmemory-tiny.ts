import { parseMemory } from '../directives/values.js';
import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const memMaxmemoryTiny: Rule = {
  id: 'mem-maxmemory-tiny',
  summary: 'a memory limit so small that every write fails',
  category: 'resources',
  severity: 'error',
  references: ['https://redis.io/docs/latest/develop/reference/eviction/'],
  dialects: ['server'],
  reads: ['maxmemory'],
  check: checkMemMaxmemoryTiny,
};

const MEGABYTE = 1024n * 1024n;

/** An empty server takes about a megabyte; a limit without a unit is in bytes, which is hardly ever meant. */
function* checkMemMaxmemoryTiny({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'maxmemory');
  const bytes = setting && parseMemory(setting.text);
  if (!setting || bytes === undefined || bytes <= 0n || bytes >= 3n * MEGABYTE) return;
  const at = argumentAt(setting.from);
  const isBare = /^\d+$/.test(setting.text);
  yield {
    at,
    message: `maxmemory "${setting.text}" is ${bytes} bytes: ${bytes < MEGABYTE ? 'every write fails' : 'hardly any data fits'}. ${isBare ? 'Add a unit, such as "mb"' : 'Raise it'}.`,
    severity: bytes < MEGABYTE ? 'error' : 'warning',
    fixes: () =>
      isBare && bytes <= 1_048_576n
        ? [
            {
              title: `Change to ${setting.text}mb`,
              effect: 'data',
              consequence: 'The server may then take so much memory: check that the machine has it.',
              edits: [replaceAt(at, `${setting.text}mb`)],
            },
          ]
        : [],
  };
}
