import { holdsVariable } from '../../config/reading/placeholders.js';

/**
 * How a password looks that somebody meant to replace.
 * - `marker`: a template engine or `envsubst` would: `${X}`, `$X`, `@X@`, `%X%`, `__X__`, `{X}`, `{{ x }}`
 * - `words`: a person would: `CHANGE_ME`, `your-password-here`, `<password>`, `XXXXXXXX`
 */
export type PlaceholderKind = 'marker' | 'words';

const TAGS = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['<%', '%>'],
] as const;

const MARKER = [
  /\$\([A-Za-z_]\w*\)/,
  /^\$[A-Z_][A-Z0-9_]*$/,
  /^@[A-Za-z]\w*@$|^%[A-Za-z]\w*%$|^__[A-Za-z]\w*__$|^\{[A-Za-z][\w.-]*\}$/,
] as const;

const WORDS = [
  /change[-_ ]?(me|this|it)(?![a-z])|replace[-_ ]?(me|this|with)(?![a-z])/i,
  /^your[-_ ].*(pass|secret|key|token)|^(your|my)[-_].*here$/i,
  /placeholder|(pass|passwd|password|secret|key)[-_ ]?(goes[-_ ]?)?here$/i,
  /^(insert|enter|put|set|fill)[-_ ].*(pass|secret|key|here)/i,
  /^<[^<>]+>$|^\[[A-Za-z][\w -]*\]$|^todo\b|^tbd$|^fixme\b/i,
  /^[x]{4,}$|^[*]{3,}$|^\.{3,}$/i,
] as const;

/** Undefined for a password that nobody seems to have meant to replace. `value` is text, not bytes. */
export function placeholderKind(value: string): PlaceholderKind | undefined {
  if (TAGS.some((tag) => holdsTag(value, tag)) || holdsVariable(value)) return 'marker';
  if (MARKER.some((pattern) => pattern.test(value))) return 'marker';
  return WORDS.some((pattern) => pattern.test(value)) ? 'words' : undefined;
}

function holdsTag(value: string, [opening, closing]: (typeof TAGS)[number]): boolean {
  const start = value.indexOf(opening);
  return start >= 0 && value.includes(closing, start + opening.length);
}
