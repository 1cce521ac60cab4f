import type { Host } from './host.js';

/** What a terminal can make of a text. */
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'cyan';

/** What --color takes. */
export const COLOR_MODES = ['auto', 'always', 'never'] as const;

/** When colours are used; `auto`: where somebody reads. */
export type ColorMode = (typeof COLOR_MODES)[number];

/** Puts a style around a text, or leaves it as it is where colours are off. */
export type Paint = (style: Style, text: string) => string;

const CODES: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
};

const PLAIN: Paint = (_style, text) => text;

const ANSI: Paint = (style, text) => {
  const [on, off] = CODES[style];
  return text === '' ? '' : `\x1b[${on}m${text}\x1b[${off}m`;
};

/** Colours as asked for; by default on a terminal only, and not where NO_COLOR (no-color.org) is set. */
export function paintFor(
  args: { readonly color: ColorMode; readonly output: string | undefined },
  { env, isTerminal }: Host,
): Paint {
  if (args.color !== 'auto') return args.color === 'always' ? ANSI : PLAIN;
  return isTerminal && args.output === undefined && !env.NO_COLOR && env.TERM !== 'dumb' ? ANSI : PLAIN;
}

/** Lines of at most `width` characters, broken at blanks; a longer word stands alone. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** `1 error`, `2,000 errors`. */
export function count(amount: number, noun: string, plural = `${noun}s`): string {
  // Not toLocaleString: its first call loads the locales, which takes longer than linting a file.
  const digits = String(amount);
  const groups = [digits.slice(0, digits.length % 3), ...(digits.slice(digits.length % 3).match(/\d{3}/g) ?? [])];
  return `${groups.filter((group) => group !== '').join(',')} ${amount === 1 ? noun : plural}`;
}
