import { quoteValue } from './building-blocks/quote.js';
import { refusal } from './building-blocks/unknown-parts.js';
import { valueFixes } from './building-blocks/value-fixes.js';
import { refusalRule } from './refusal-rule.js';

export const syntaxMemory = refusalRule({
  id: 'syntax-memory',
  summary: 'an amount of memory that the server cannot read',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['not-memory'],
  message: (cause, { config }) =>
    refusal(
      cause,
      config,
      `${quoteValue(cause.value)} is not an amount of memory for "${cause.directive}".`,
      'Write digits and one of k, kb, m, mb, g, gb, as in "512mb".',
    ),
  fixes: ({ directive, value, at }, input) => valueFixes(input, directive, at, meant(value)),
});

const SMALLER_UNIT: Readonly<Record<string, string>> = { k: '', m: 'kb', g: 'mb', t: 'gb', p: 'tb' };

/** `1.5gb` as `1536mb`, `2tb` as `2048gb`, `1GiB` as `1gb`: the same amount in a way that the server reads. */
function meant(value: string): readonly string[] {
  const match = /^\+?(\d+)(?:[.,](\d+))?\s*([kmgtp]?)(i?b?|bytes?)$/i.exec(value.replace(/["'_]/g, ''));
  if (!match) return [];
  const [, whole = '', fraction, letter = '', rest = ''] = match;
  const unit = letter.toLowerCase();
  if (fraction === undefined && unit !== 't' && unit !== 'p') {
    return [`${whole}${unit}${/i?b/i.test(rest) && unit !== '' ? 'b' : ''}`];
  }
  const amount = Number(`${whole}.${fraction ?? '0'}`) * (unit === 'p' ? 1024 * 1024 : 1024);
  return [`${Math.round(amount)}${unit === 'p' ? 'gb' : (SMALLER_UNIT[unit] ?? '')}`];
}
