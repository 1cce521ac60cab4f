import { quoteValue, sentence } from './building-blocks/quote.js';
import { valueFixes } from './building-blocks/value-fixes.js';
import { refusalRule } from './refusal-rule.js';

export const syntaxOctal = refusalRule({
  id: 'syntax-octal',
  summary: 'file permissions that are not an octal number',
  category: 'syntax',
  severity: 'error',
  references: ['CWE-732', 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['not-octal'],
  message: ({ directive, value }) =>
    sentence(
      `${quoteValue(value)} is not an octal number from 0 to 777, which "${directive}" needs.`,
      'Write the permissions as "700" or "770".',
    ),
  fixes: ({ directive, value, at }, input) => valueFixes(input, directive, at, meant(value)),
});

/** `0o770` and `rwxrwx---` in digits; else what suits a socket: its owner only, or its group too. */
function meant(value: string): readonly string[] {
  const octal = /^0?o([0-7]{3})$/i.exec(value)?.[1];
  if (octal) return [octal];
  const symbolic = /^(?:[r-][w-][x-]){3}$/.test(value) ? value.match(/.../g) : null;
  return symbolic ? [symbolic.map(digit).join('')] : ['700', '770'];
}

function digit(bits: string): string {
  const [read, write, execute] = bits;
  return `${(read === 'r' ? 4 : 0) + (write === 'w' ? 2 : 0) + (execute === 'x' ? 1 : 0)}`;
}
