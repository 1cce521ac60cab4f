import type { Span } from '../../text/span.js';

/** `{{ x }}`, `{% x %}`, a line of `{# x #}`, `<% x %>` and `@X@`: a template engine puts something else there. */
const MARK = /^\s*\{#|\{\{|\{%|<%|@[A-Z][A-Z0-9_]*@/;
const VARIABLE = /\$\{[A-Za-z_]/;

/** Whole words, or parts of a path: `$X`, `$(X)`, `{X}`, `%X%`, `__X__`, `<X>`. A `<` begins an ACL rule too. */
const WORD =
  /(?:^|[\s"'=:/>])(?:\$[A-Z_][A-Z0-9_]*|\$\([A-Za-z_]\w*\)|\{[A-Z][A-Z0-9_]*\}|%[A-Za-z][\w-]*%|__[A-Z][A-Z0-9_]*__|<[A-Za-z][\w-]*>)(?=$|[\s"',:/])/;
const MAY_HOLD_WORD = /[$%{<]|__/;

/**
 * Whether a text holds a placeholder, so that what the server will read is unknown: a template engine, `envsubst`, a
 * shell or a person puts something else there. The server itself expands nothing.
 */
export function hasPlaceholder(text: string): boolean {
  return MARK.test(text) || holdsVariable(text) || (MAY_HOLD_WORD.test(text) && WORD.test(text));
}

/** Whether a text holds `${X}`, or `${X:-default}`, which `envsubst` and shells replace. */
export function holdsVariable(text: string): boolean {
  const start = text.search(VARIABLE);
  return start >= 0 && text.includes('}', start);
}

const CLOSING: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}', '<%': '%>' };
const TAG_LINE = /^\s*(\{\{|\{%|\{#|<%)/;

/** A template tag that a line begins with and does not close. */
export interface OpeningTag {
  readonly at: Span;
  readonly mark: string;
  readonly closing: string;
}

/** Only at the beginning of a line: a stray brace in a value must not hide the lines below it. */
export function openingTagOf(text: string): OpeningTag | undefined {
  const [whole, mark] = TAG_LINE.exec(text) ?? [];
  const closing = mark === undefined ? undefined : CLOSING[mark];
  if (whole === undefined || mark === undefined || closing === undefined || text.includes(closing)) return undefined;
  return { at: { start: whole.length - mark.length, end: whole.length }, mark, closing };
}
