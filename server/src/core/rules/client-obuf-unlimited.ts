import type { Occurrence } from '../config/occurrence.js';
import { replaceAt } from './building-blocks/edits.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const clientObufUnlimited: Rule = {
  id: 'client-obuf-unlimited',
  summary: 'replicas or subscribers may pile up output without any limit',
  category: 'resources',
  severity: 'warning',
  references: ['CWE-770', 'https://redis.io/docs/latest/develop/reference/clients/'],
  dialects: ['server'],
  about: ['client-output-buffer-limit'],
  reads: ['client-output-buffer-limit'],
  check: checkClientObufUnlimited,
};

const REPLICA = {
  limit: '256mb 64mb 60',
  consequence: 'A replica that lags by more is cut off and starts a full synchronisation.',
};
const DEFAULTS: ReadonlyMap<string, typeof REPLICA> = new Map(
  Object.entries({
    replica: REPLICA,
    slave: REPLICA,
    pubsub: { limit: '32mb 8mb 60', consequence: 'A subscriber that lags by more is cut off and misses messages.' },
  }),
);
const WORDS_A_CLASS = 4;

/** The last line of a class wins; a line may hold several classes, four words each. */
function* checkClientObufUnlimited({ config }: RuleInput): Iterable<Problem> {
  const lastOfClass = new Map<string, { readonly from: Occurrence; readonly index: number }>();
  for (const from of config.occurrences('client-output-buffer-limit')) {
    for (let index = 0; index + 3 < from.args.length; index += WORDS_A_CLASS) {
      const name = from.args[index]?.value.toLowerCase() ?? '';
      if (!from.isTemplated) lastOfClass.set(name === 'slave' ? 'replica' : name, { from, index });
    }
  }
  for (const [name, { from, index }] of lastOfClass) {
    const [word, hard, soft, seconds] = from.args.slice(index, index + WORDS_A_CLASS);
    const usual = DEFAULTS.get(name);
    if (!usual || !word || !hard || !soft || !seconds || !isZero(hard.value) || !isZero(soft.value)) continue;
    const { limit, consequence } = usual;
    const at = { source: from.source, line: from.line, at: { start: word.start, end: seconds.end } };
    yield {
      at,
      message: `Clients of class "${word.raw}" may pile up output without limit. Set "${word.raw} ${limit}", the default.`,
      fixes: () => [
        {
          title: `Limit ${name} to ${limit}: slow ones are cut`,
          effect: 'access',
          consequence,
          edits: [replaceAt(at, `${word.raw} ${limit}`)],
        },
      ],
    };
  }
}

const isZero = (value: string): boolean => /^0+[a-z]*$/i.test(value);
