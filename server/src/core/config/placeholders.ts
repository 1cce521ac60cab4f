/** `{{ x }}`, `{% x %}`, `<% x %>`, `${X}` and `@X@`: a template engine or envsubst puts something else there. */
const PLACEHOLDER = /\{\{|\{%|<%|\$\{[A-Za-z_]\w*[^}]*\}|@[A-Z][A-Z0-9_]*@/;

/** Whether a text holds a template placeholder, so that what the server will read is unknown. */
export function hasPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}
