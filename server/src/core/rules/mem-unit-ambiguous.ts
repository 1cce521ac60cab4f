import type { DirectiveName } from '../directives/catalog.js';
import { effectOf } from './building-blocks/directive-effect.js';
import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const memUnitAmbiguous: Rule = {
  id: 'mem-unit-ambiguous',
  summary: 'a memory unit that is a power of 1000, where 1024 is usually meant',
  category: 'resources',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  dialects: ['server'],
  reads: ['maxmemory', 'repl-backlog-size', 'client-query-buffer-limit', 'proto-max-bulk-len'],
  check: checkMemUnitAmbiguous,
};

const SIZES: readonly DirectiveName[] = [
  'maxmemory',
  'repl-backlog-size',
  'client-query-buffer-limit',
  'proto-max-bulk-len',
];

function* checkMemUnitAmbiguous({ config }: RuleInput): Iterable<Problem> {
  for (const name of SIZES) {
    const setting = explicitSetting(config, name);
    const match = setting && /^(\d+)([mg])$/i.exec(setting.text);
    if (!setting || !match) continue;
    const at = argumentAt(setting.from);
    yield {
      at,
      message: `"${setting.text}" counts in powers of 1000. Write "${setting.text}b" if powers of 1024 are meant.`,
      fixes: () => [
        {
          title: `Change to ${setting.text}b`,
          effect: effectOf(name),
          consequence: `The limit is ${match[2]?.toLowerCase() === 'g' ? 7 : 5} % higher then: check that it fits.`,
          edits: [replaceAt(at, `${setting.text}b`)],
        },
      ],
    };
  }
}
