/** `{{ x }}`, `{% x %}`, a line of `{# x #}`, `<% x %>` and `@X@`: a template engine puts something else there. */
const MARK = /^\s*\{#|\{\{|\{%|<%|@[A-Z][A-Z0-9_]*@/;
const VARIABLE = /\$\{[A-Za-z_]/;

/** Whole words, or parts of a path: `$X`, `$(X)`, `{X}`, `%X%`, `__X__`, `<X>`. A `<` begins an ACL rule too. */
const WORD =
  /(?:^|[\s"'=:/>])(?:\$[A-Z_][A-Z0-9_]*|\$\([A-Za-z_]\w*\)|\{[A-Z][A-Z0-9_]*\}|%[A-Za-z]\w*%|__[A-Z][A-Z0-9_]*__|<[A-Za-z][\w-]*>)(?=$|[\s"',:/])/;
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

/**
 * The mark that closes the template tag which is open after a line; undefined: none is. `open`: before the line.
 * Only a line that begins with a tag opens one for the lines below it: a stray brace in a value must not hide them.
 */
export function openTagAfter(text: string, open: string | undefined): string | undefined {
  const opening = open === undefined ? TAG_LINE.exec(text)?.[1] : undefined;
  const closing = open ?? (opening === undefined ? undefined : CLOSING[opening]);
  if (closing === undefined) return undefined;
  return text.includes(closing) ? undefined : closing;
}
