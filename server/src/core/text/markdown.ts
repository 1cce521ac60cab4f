import { printable } from './printable.js';

/** A text from outside as a Markdown code span: nothing in it is formatted, fetched or notified. */
export function codeSpan(text: string): string {
  const shown = printable(text.replaceAll('\t', ' '));
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  // One blank beside each fence is taken off again, unless there is nothing else.
  const padding = /^[ `]|[ `]$/.test(shown) && shown.trim() !== '' ? ' ' : '';
  return shown === '' ? '`""`' : `${fence}${padding}${shown}${padding}${fence}`;
}
