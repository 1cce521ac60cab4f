import type { ScalarStyle } from '../yaml/decode-scalar.js';

/** What a text is written as, so that whoever reads it makes that text of it. */
export type Escape = (text: string) => string;

const asItIs: Escape = (text) => text;
const dollarsDoubled: Escape = (text) => text.replaceAll('$', '$$$$');
const percentsDoubled: Escape = (text) => text.replaceAll('%', '%%');
const afterBackslashes: Escape = (text) => text.replace(/[\\$`]/g, '\\$&');

/** What those do who put something into a text before the server reads it: nobody, compose, systemd, a shell. */
export const LAYERS: readonly Escape[] = [
  asItIs,
  dollarsDoubled,
  (text) => percentsDoubled(dollarsDoubled(text)),
  afterBackslashes,
];

const NAMED: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

/** Between double quotes of YAML and of JSON. */
export const escapedDouble: Escape = (text) =>
  text.replace(/["\\\x00-\x1f\x7f-\x9f]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return NAMED.get(character) ?? `\\u${code}`;
  });

/** Within a scalar of each style. */
export const STYLES: Readonly<Record<ScalarStyle, Escape>> = {
  plain: asItIs,
  single: (text) => text.replaceAll("'", "''"),
  double: escapedDouble,
  literal: asItIs,
  folded: asItIs,
};

/** What no shell, no YAML and no unit takes for anything but itself, wherever it stands. */
export const isSimple = (word: string): boolean => /^[A-Za-z0-9_@+=:,./-]+$/.test(word) && !/^[=@]|:$/.test(word);

/** A word of a shell, in single quotes where it needs some. */
export const singleQuotedWord: Escape = (word) => (isSimple(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** A word of a unit, or of a shell that puts nothing into it, in double quotes where it needs some. */
export const doubleQuotedWord: Escape = (word) => (isSimple(word) ? word : `"${word.replace(/["\\]/g, '\\$&')}"`);

/** What YAML reads as a text without quotes, in a list of either form. */
const PLAIN = /^(?:--?[A-Za-z]|[A-Za-z/])[A-Za-z0-9_./:@+-]*$/;
const NO_TEXT = /^(?:y|n|yes|no|true|false|on|off|null)$/i;

/** An item of a list of texts, written as one beside it. */
export function yamlItem(word: string, beside: string): string {
  if (beside.startsWith("'") && !/[\x00-\x1f\x7f-\x9f]/.test(word)) return `'${STYLES.single(word)}'`;
  const isPlain = !beside.startsWith('"') && PLAIN.test(word) && !NO_TEXT.test(word) && !word.endsWith(':');
  return isPlain ? word : `"${escapedDouble(word)}"`;
}
