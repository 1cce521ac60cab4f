import { printable } from '../core/text/printable.js';
import type { Span } from '../core/text/span.js';

/** Stands for what is hidden, whatever its length. */
export const MASK = '********';
const CUT = '...';

/** One line as it is shown, and where the marked span stands in it. */
export interface CodeFrame {
  readonly text: string;
  readonly at: Span;
}

/** A text with some spans (in order) masked. */
export function maskSpans(text: string, hidden: readonly Span[]): string {
  return masked(text, hidden, { start: 0, end: 0 }).text;
}

/**
 * A line ready to print: what is hidden masked, tabs and control characters harmless, the part around the mark if it is
 * long.
 */
export function codeFrame(line: string, hidden: readonly Span[], mark: Span, width: number): CodeFrame {
  const { text, at } = masked(line, hidden, mark);
  const shown = printable(text.replace(/\r$/, '').replaceAll('\t', ' '));
  if (shown.length <= width) return { text: shown, at: clamp(at, shown.length) };
  const room = width - 2 * CUT.length;
  const from = Math.max(0, Math.min(at.start - Math.floor(room / 4), shown.length - room - CUT.length));
  const head = from > CUT.length ? CUT : '';
  const start = head === '' ? 0 : from;
  const window = shown.slice(start, start + width - head.length - CUT.length);
  const tail = start + window.length < shown.length ? CUT : '';
  const shift = head.length - start;
  return {
    text: head + window + tail,
    at: clamp({ start: at.start + shift, end: at.end + shift }, head.length + window.length),
  };
}

function clamp({ start, end }: Span, length: number): Span {
  const from = Math.min(start, length);
  return { start: from, end: Math.max(from, Math.min(end, length)) };
}

/** All masks are of one length: not even the secret's length is shown. */
function masked(line: string, hidden: readonly Span[], mark: Span): CodeFrame {
  const parts: string[] = [];
  let { start, end } = mark;
  let done = 0;
  let shift = 0;
  for (const secret of hidden) {
    parts.push(line.slice(done, secret.start), MASK);
    done = secret.end;
    const grown = MASK.length - (secret.end - secret.start);
    const shownStart = secret.start + shift;
    if (mark.start >= secret.end) start += grown;
    else if (mark.start > secret.start) start = shownStart;
    if (mark.end >= secret.end) end += grown;
    else if (mark.end > secret.start) end = shownStart + MASK.length;
    shift += grown;
  }
  return { text: parts.join('') + line.slice(done), at: { start, end } };
}
