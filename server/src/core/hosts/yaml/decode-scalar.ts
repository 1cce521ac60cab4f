import {
  asWhole,
  joined,
  type MappedText,
  type OffsetSpan,
  partOf,
  unmapped,
  verbatim,
} from '../../text/mapped-text.js';

/** How a scalar is written. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A scalar as it stands in a document. */
export interface WrittenScalar {
  readonly style: ScalarStyle;
  /** With its quotes, or with the mark of a block. */
  readonly at: OffsetSpan;
  /** Of a block: where its last line ends, the line end included. */
  readonly end: number;
  /** What the library made of it. */
  readonly value: string;
}

/**
 * What a scalar says, and where each piece of it was written. Undefined where that is not what the library says: then
 * nothing may be shown in it, for it could stand at a wrong place.
 */
export function decodeScalar(document: string, scalar: WrittenScalar): MappedText | undefined {
  return readingsOf(document, scalar).find(({ text }) => text === scalar.value);
}

function readingsOf(document: string, { style, at, end, value }: WrittenScalar): readonly MappedText[] {
  switch (style) {
    case 'plain':
      return [foldedLines(document, at, (start, to) => verbatim(document, start, to))];
    case 'single':
      return [foldedLines(document, insideQuotes(at), (start, to) => withoutDoubled(document, start, to))];
    case 'double':
      return [doubleQuoted(document, insideQuotes(at))];
    case 'literal':
    case 'folded':
      return blockReadings(document, { start: at.start, end }, style, value);
  }
}

const insideQuotes = ({ start, end }: OffsetSpan): OffsetSpan => ({ start: start + 1, end: end - 1 });

/** A line of a scalar without the blanks around it, and where the next one begins. */
interface TextLine extends OffsetSpan {
  readonly next: number;
}

/** Blanks at the ends of lines count for nothing but before the first line and behind the last one. */
function trimmedLines(document: string, { start, end }: OffsetSpan): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (let from = start; from <= end; ) {
    const lineEnd = document.indexOf('\n', from);
    const isLast = lineEnd < 0 || lineEnd >= end;
    const to = isLast ? end : lineEnd;
    let first = from;
    let last = to;
    if (lines.length > 0) while (first < last && isBlank(document.charAt(first))) first++;
    if (!isLast) while (last > first && isBlank(document.charAt(last - 1))) last--;
    lines.push({ start: first, end: last, next: to + 1 });
    from = to + 1;
  }
  return lines;
}

const isBlank = (character: string): boolean => character === ' ' || character === '\t' || character === '\r';

/** One line end is a blank, more are one less. */
function foldedLines(document: string, span: OffsetSpan, read: (start: number, end: number) => MappedText): MappedText {
  const parts: MappedText[] = [];
  let breaks = 0;
  let behind = span.start;
  for (const [index, line] of trimmedLines(document, span).entries()) {
    if (index > 0) breaks++;
    const isLast = line.end === span.end;
    if (line.start === line.end && !isLast && index > 0) continue;
    if (breaks > 0) parts.push(foldOf(breaks, { start: behind, end: line.start }));
    parts.push(read(line.start, line.end));
    breaks = 0;
    behind = line.end;
  }
  return joined(parts);
}

const foldOf = (breaks: number, at: OffsetSpan): MappedText => standingFor(foldedTo(breaks), at);

/** What line ends come to, the blanks around them included. */
const foldedTo = (breaks: number): string => (breaks === 1 ? ' ' : '\n'.repeat(Math.max(0, breaks - 1)));

/** What is as long as what it stands for would be taken for the same text. */
const standingFor = (text: string, at: OffsetSpan): MappedText =>
  at.end - at.start === text.length ? unmapped(text) : asWhole(text, at);

function withoutDoubled(document: string, start: number, end: number): MappedText {
  const parts: MappedText[] = [];
  let from = start;
  for (let at = document.indexOf("''", from); at >= 0 && at < end; at = document.indexOf("''", from)) {
    parts.push(verbatim(document, from, at), asWhole("'", { start: at, end: at + 2 }));
    from = at + 2;
  }
  return joined([...parts, verbatim(document, from, end)]);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Escapes, and lines that are folded, where a backslash at a line's end leaves no blank. */
function doubleQuoted(document: string, span: OffsetSpan): MappedText {
  const parts: MappedText[] = [];
  let from = span.start;
  const flush = (to: number) => {
    if (to > from) parts.push(verbatim(document, from, to));
  };
  for (let at = span.start; at < span.end; ) {
    const special = specialAt(document, at, { start: from, end: span.end });
    if (!special) {
      at++;
      continue;
    }
    flush(special.start);
    parts.push(standingFor(special.text, special));
    at = special.end;
    from = at;
  }
  flush(span.end);
  return joined(parts);
}

interface Special extends OffsetSpan {
  readonly text: string;
}

function specialAt(document: string, at: number, { start, end }: OffsetSpan): Special | undefined {
  const character = document.charAt(at);
  if (character === '\\') return escapeAt(document, at, end);
  if (character !== '\n' && !isBlank(character)) return undefined;
  if (isBlank(character) && (at > start ? isBlank(document.charAt(at - 1)) : false)) return undefined;
  return lineEndAt(document, at, end);
}

/** Blanks, a line end, empty lines, and the blanks that begin the next line. */
function lineEndAt(document: string, at: number, end: number): Special | undefined {
  const { end: to, breaks } = blanksAt(document, at, end);
  return breaks === 0 ? undefined : { start: at, end: to, text: foldedTo(breaks) };
}

function blanksAt(document: string, at: number, end: number): { readonly end: number; readonly breaks: number } {
  let to = at;
  let breaks = 0;
  while (to < end && (isBlank(document.charAt(to)) || document.charAt(to) === '\n')) {
    if (document.charAt(to) === '\n') breaks++;
    to++;
  }
  return { end: to, breaks };
}

function escapeAt(document: string, at: number, end: number): Special {
  const kind = document.charAt(at + 1);
  const digits = DIGITS[kind];
  if (digits !== undefined) {
    const code = Number.parseInt(document.slice(at + 2, at + 2 + digits), 16);
    const isCharacter = code >= 0 && code <= 0x10ffff;
    return { start: at, end: at + 2 + digits, text: isCharacter ? String.fromCodePoint(code) : '' };
  }
  if (kind === '\n' || kind === '\r') {
    const { end: to, breaks } = blanksAt(document, at + 1, end);
    return { start: at, end: to, text: foldedTo(breaks - 1) };
  }
  return { start: at, end: at + 2, text: ESCAPES[kind] ?? '' };
}

/** A block by each depth that its lines may have: where nothing tells it, the library's value does. */
function blockReadings(
  document: string,
  { start, end }: OffsetSpan,
  style: 'literal' | 'folded',
  value: string,
): readonly MappedText[] {
  if (/^\n*$/.test(value)) return [unmapped(value)];
  const headEnd = document.indexOf('\n', start);
  if (headEnd < 0 || headEnd >= end) return [];
  const lines = linesOf(document, headEnd + 1, end);
  const deepest = lines.find(({ start: from, end: to }) => !/^ *$/.test(document.slice(from, to)));
  const depth = deepest ? (/^ */.exec(document.slice(deepest.start, deepest.end))?.[0].length ?? 0) : 0;
  const depths = Array.from({ length: depth + 1 }, (_, index) => depth - index);
  return depths.map((each) => chomped(blockText(document, lines, each, style), value));
}

/** Without line ends. */
function linesOf(document: string, start: number, end: number): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (let from = start; from < end; ) {
    const lineEnd = document.indexOf('\n', from);
    const to = lineEnd < 0 || lineEnd >= end ? end : lineEnd;
    lines.push({ start: from, end: document.charAt(to - 1) === '\r' && to > from ? to - 1 : to, next: to + 1 });
    from = to + 1;
  }
  return lines;
}

/** The lines of a block without their indent; its last line end is there, whatever the mark says of it. */
function blockText(
  document: string,
  lines: readonly TextLine[],
  depth: number,
  style: 'literal' | 'folded',
): MappedText {
  const parts: MappedText[] = [];
  let open: 'none' | 'text' | 'indented' = 'none';
  let breaks = 0;
  let behind = lines[0]?.start ?? 0;
  for (const { start, end, next } of lines) {
    const from = Math.min(start + depth, end);
    const isEmpty = /^ *$/.test(document.slice(start, end)) && end - start <= depth;
    const isIndented = style === 'literal' || /^[ \t]/.test(document.slice(from, end));
    if (!isEmpty) {
      const isFolded = breaks > 0 && !isIndented && open === 'text';
      const between = isFolded ? (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)) : '\n'.repeat(breaks);
      if (between !== '') parts.push(breaksAt(document, between, { start: behind, end: from }));
      parts.push(verbatim(document, from, end));
      open = isIndented ? 'indented' : 'text';
      breaks = 0;
      behind = end;
    }
    if (next > start) breaks++;
  }
  const rest = { start: behind, end: lines.at(-1)?.end ?? behind };
  return joined([...parts, breaksAt(document, '\n'.repeat(breaks), rest)]);
}

const breaksAt = (document: string, text: string, at: OffsetSpan): MappedText =>
  document.slice(at.start, at.end) === text ? asWhole(text, at) : standingFor(text, at);

/** As many line ends at the end as the library has kept. */
function chomped(mapped: MappedText, value: string): MappedText {
  const kept = lineEndsOf(value);
  const there = lineEndsOf(mapped.text);
  return kept <= there ? partOf(mapped, 0, mapped.text.length - there + kept) : joined([mapped, unmapped('\n')]);
}

function lineEndsOf(text: string): number {
  let start = text.length;
  while (start > 0 && text.charAt(start - 1) === '\n') start--;
  return text.length - start;
}
