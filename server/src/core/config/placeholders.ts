/** `{{ x }}`, `{% x %}`, a line of `{# x #}`, `<% x %>`, `${X}` and `@X@`: a template engine or envsubst puts something else there. */
const PLACEHOLDER = /^\s*\{#|\{\{|\{%|<%|\$\{[A-Za-z_]\w*[^}]*\}|@[A-Z][A-Z0-9_]*@/;

/** Whether a text holds a template placeholder, so that what the server will read is unknown. */
export function hasPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
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
