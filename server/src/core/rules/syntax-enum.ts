import { nearestTo } from '../directives/nearest.js';
import { oneOf, quoteValue, sentence } from './building-blocks/quote.js';
import { valueFixes } from './building-blocks/value-fixes.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const syntaxEnum: Rule = {
  id: 'syntax-enum',
  summary: 'a word that is none of the values of its directive',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['not-in-enum'],
  reads: ['not-in-enum'],
  check: checkEnums,
};

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

function* checkEnums(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('not-in-enum')) {
    const { directive, value, values, at, isFatal } = cause;
    const candidates = meant(value, values);
    const [best] = candidates;
    yield {
      at,
      message: sentence(
        `${quoteValue(value, [...values, ...SYNONYMS.keys()])} is not a value of ${directive}.`,
        `Write ${values.length > FEW && best ? `"${best}"` : oneOf(values)}.`,
      ),
      severity: isFatal ? 'error' : 'warning',
      cause,
      fixes: () => valueFixes(input, directive, at, candidates),
    };
  }
}

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
