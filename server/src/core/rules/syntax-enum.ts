import { nearestTo } from '../directives/nearest.js';
import { oneOf, quoteValue } from './building-blocks/quote.js';
import { refusal } from './building-blocks/unknown-parts.js';
import { valueFixes } from './building-blocks/value-fixes.js';
import { refusalRule } from './refusal-rule.js';

export const syntaxEnum = refusalRule({
  id: 'syntax-enum',
  summary: 'a word that is not one of the values of its directive',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['not-in-enum'],
  message: (cause, { config }) => {
    const { directive, value, values } = cause;
    const [best] = meant(value, values);
    return refusal(
      cause,
      config,
      `${quoteValue(value, [...values, ...SYNONYMS.keys()])} is not a value of "${directive}".`,
      `Write ${values.length > FEW && best ? `"${best}"` : oneOf(values)}.`,
    );
  },
  fixes: ({ directive, value, values, at }, input) => valueFixes(input, directive, at, meant(value, values)),
});

/** Words of other programs, or the meaning in plain English. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    info: 'notice',
    information: 'notice',
    warn: 'warning',
    error: 'warning',
    trace: 'debug',
    every: 'everysec',
    everysecond: 'everysec',
    never: 'no',
    lru: 'allkeys-lru',
    lfu: 'allkeys-lfu',
    random: 'allkeys-random',
    none: 'noeviction',
  }),
);

const FEW = 4;

function meant(value: string, values: readonly string[]): readonly string[] {
  const word = value.toLowerCase().replace(/["']/g, '');
  const synonym = SYNONYMS.get(word);
  const near = [...(synonym === undefined ? [] : [synonym]), ...nearestTo(word, values)].filter((name) =>
    values.includes(name),
  );
  if (near.length > 0) return near.slice(0, 3);
  return values.length <= FEW
    ? values
    : values.filter((name) => name.includes(word) || word.includes(name)).slice(0, 3);
}
