import type { TextEdit } from '../../text/edit.js';
import type { OffsetSpan } from '../../text/mapped-text.js';
import type { HostDocument } from '../host-document.js';

/** A piece of a document, by offsets, and what takes its place. */
export interface DocumentEdit extends OffsetSpan {
  readonly text: string;
}

/** One of the ways in which edits of a region might be written in its document. None is believed before it is tried. */
export type Attempt = readonly DocumentEdit[];

/** As editors take them. */
export function textEditsIn(document: HostDocument, attempt: Attempt): readonly TextEdit[] {
  const sorted = [...attempt].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.map(({ start, end, text }) => ({ range: document.rangeOf({ start, end }), newText: text }));
}

/** Where the line begins that an offset is on. */
export const startOfLine = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** Where the line ends that an offset is on, before its line end. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return end > offset && text.charAt(end - 1) === '\r' ? end - 1 : end;
}

/** Where the next line begins; the end of the text behind the last one. */
export function startOfNextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** How the line ends that an offset is on; as the first line does, behind the last one. */
export function lineEndAt(text: string, offset: number): '\n' | '\r\n' {
  const end = text.indexOf('\n', offset);
  const some = end < 0 ? text.indexOf('\n') : end;
  return some > 0 && text.charAt(some - 1) === '\r' ? '\r\n' : '\n';
}
