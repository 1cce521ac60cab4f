import { asWhole, joined, type MappedText, originOf, partOf } from '../../text/mapped-text.js';
import type { ArgumentWord, WordFillIn } from '../host-reading.js';
import { endOfExpansion } from './expansion-end.js';
import { fillInOf } from './shell-fill-ins.js';

/** What ends a text that stands in a script or in a Dockerfile, and how it is taken. */
export interface HeredocMark {
  readonly delimiter: string;
  /** Its delimiter is quoted: the text is taken as it stands. */
  readonly isLiteral: boolean;
  /** `<<-`: tabs before its lines are taken away. */
  readonly isIndented: boolean;
}

/** A text that stands in a script or in a Dockerfile. */
export interface Heredoc {
  /** As it is read, ended by a line end where it has a line. */
  readonly content: ArgumentWord;
  /** Its lines in the text that holds it, without the last line end; offsets in that. */
  readonly at: { readonly start: number; readonly end: number };
  /** Where the line behind its delimiter begins. */
  readonly end: number;
}

/** The lines of a text from an offset on, up to a delimiter; undefined: there is none. */
export function heredocAt(script: MappedText, start: number, mark: HeredocMark): Heredoc | undefined {
  const { text } = script;
  const lines: MappedText[] = [];
  for (let at = start; at < text.length; ) {
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd < 0 ? text.length : lineEnd + 1;
    const from = mark.isIndented ? at + tabsAt(text, at) : at;
    if (text.slice(from, end).replace(/\r?\n$/, '') === mark.delimiter) {
      const body = joined(lines);
      const last = text.startsWith('\r\n', at - 2) ? at - 2 : at - 1;
      return { content: contentOf(body, mark), at: { start, end: Math.max(start, last) }, end };
    }
    lines.push(partOf(script, from, end));
    at = end;
  }
  return undefined;
}

function contentOf(body: MappedText, { isLiteral }: HeredocMark): ArgumentWord {
  return isLiteral ? { text: body, fillIns: [] } : expanded(body);
}

function tabsAt(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === '\t') at++;
  return at - from;
}

/** A text as a shell reads it between double quotes, but that these are characters like others. */
function expanded(body: MappedText): ArgumentWord {
  const { text } = body;
  const parts: MappedText[] = [];
  const fillIns: WordFillIn[] = [];
  let length = 0;
  const add = (part: MappedText) => {
    parts.push(part);
    length += part.text.length;
  };
  for (let at = 0; at < text.length; ) {
    if (text.charAt(at) === '\\') {
      add(escapeAt(body, at));
      at += 2;
      continue;
    }
    const found = endOfExpansion(text, at, true);
    const end = found === 'unclosed' || found === at ? endOfPlain(text, at) : found;
    if (found === end) {
      fillIns.push(fillInOf(text.slice(at, end), { start: length, end: length + end - at, isQuoted: true }));
    }
    add(partOf(body, at, end));
    at = end;
  }
  return { text: joined(parts), fillIns };
}

/** A backslash counts before these alone. */
function escapeAt(body: MappedText, at: number): MappedText {
  const next = body.text.charAt(at + 1);
  if (next === '\n') return partOf(body, at, at);
  if (!/[$`\\]/.test(next)) return partOf(body, at, at + 2);
  const origin = originOf(body, { start: at, end: at + 2 });
  return origin ? asWhole(next, origin) : partOf(body, at + 1, at + 2);
}

function endOfPlain(text: string, from: number): number {
  let end = from + 1;
  while (end < text.length && !/[\\$`]/.test(text.charAt(end))) end++;
  return end;
}
