import { quoteValue, sentence } from './building-blocks/quote.js';
import { valueFixes } from './building-blocks/value-fixes.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const syntaxRange: Rule = {
  id: 'syntax-range',
  summary: 'a number outside the bounds of its directive',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['out-of-range'],
  reads: ['out-of-range'],
  check: checkRanges,
};

function* checkRanges(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('out-of-range')) {
    const { directive, value, min, max, at, isFatal } = cause;
    const nearest = value.startsWith('-') ? min : max;
    yield {
      at,
      message: sentence(
        `${quoteValue(value)} is out of range for ${directive}.`,
        `Write a number from ${min} to ${max}.`,
      ),
      severity: isFatal ? 'error' : 'warning',
      cause,
      fixes: () => valueFixes(input, directive, at, [`${isBelow(value, min) ? min : nearest}`]),
    };
  }
}

function isBelow(value: string, min: number | string): boolean {
  return /^-?\d+$/.test(value) && BigInt(value) < BigInt(min);
}
