import type { OffsetSpan } from '../../text/mapped-text.js';

/** A tag of a template engine, as offsets in the text that holds it. */
export interface TemplateTag extends OffsetSpan {
  /** It puts nothing there itself: `{% if %}`, `{{- end }}`, a comment. */
  readonly isControl: boolean;
}

const CLOSING: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}', '<%': '%>' };
const OPENING = /\{\{|\{%|\{#|<%/g;
/** Behind the mark: the words of Go's templates that put nothing there, an assignment, a comment. */
const GO_CONTROL = /^-?\s*(?:(?:if|else|end|range|with|define|block|break|continue)\b|\/\*|\$\w*\s*:?=)/;

/** The tags of a text, in order. What nothing closes is none. */
export function templateTags(text: string): readonly TemplateTag[] {
  const tags: TemplateTag[] = [];
  const open = new Set(Object.keys(CLOSING));
  let done = 0;
  for (const { 0: mark, index: start } of text.matchAll(OPENING)) {
    const closing = CLOSING[mark];
    if (start < done || closing === undefined || !open.has(mark)) continue;
    const closed = text.indexOf(closing, start + mark.length);
    if (closed < 0) {
      open.delete(mark);
      continue;
    }
    done = closed + closing.length;
    tags.push({ start, end: done, isControl: isControl(mark, text.slice(start + mark.length, closed)) });
  }
  return tags;
}

function isControl(mark: string, inside: string): boolean {
  if (mark === '{{') return GO_CONTROL.test(inside.slice(0, 80));
  return mark === '<%' ? !/^-?=/.test(inside) : true;
}
