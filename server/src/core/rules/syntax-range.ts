import { quoteValue } from './building-blocks/quote.js';
import { refusal } from './building-blocks/unknown-parts.js';
import { valueFixes } from './building-blocks/value-fixes.js';
import { refusalRule } from './refusal-rule.js';

export const syntaxRange = refusalRule({
  id: 'syntax-range',
  summary: 'a number outside the bounds of its directive',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['out-of-range'],
  message: (cause, { config }) => {
    const { directive, value, min, max } = cause;
    const fact = `${quoteValue(value)} is out of range for "${directive}".`;
    return refusal(cause, config, fact, `Write a number from ${min} to ${max}.`);
  },
  fixes: ({ directive, value, min, max, at }, input) => {
    const nearest = value.startsWith('-') || isBelow(value, min) ? min : max;
    return valueFixes(input, directive, at, [`${nearest}`]);
  },
});

function isBelow(value: string, min: number | string): boolean {
  return /^-?\d+$/.test(value) && BigInt(value) < BigInt(min);
}
