import {
  asWhole,
  joined,
  type MappedText,
  type OffsetSpan,
  originOf,
  partOf,
  verbatim,
} from '../../text/mapped-text.js';

/** A unit of systemd as it is read: its sections in order, a section that stands twice too. */
export interface UnitSection {
  /** `Service`. */
  readonly name: string;
  /** Of its head, with the brackets. */
  readonly at: OffsetSpan;
  readonly entries: readonly UnitEntry[];
}

/** `Name=value`. */
export interface UnitEntry {
  readonly name: string;
  /** Of the name. */
  readonly at: OffsetSpan;
  /** Continued lines with a blank in the place of each line end, comments between them left out. */
  readonly value: MappedText;
}

interface OpenSection extends UnitSection {
  readonly entries: UnitEntry[];
}

/** The sections of a unit. Lines before the first one and lines of no form say nothing. */
export function unitSections(text: string): readonly UnitSection[] {
  const document = verbatim(text, 0, text.length);
  const sections: OpenSection[] = [];
  for (let at = 0; at < text.length; ) {
    const { line, end } = logicalLine(document, at);
    const content = line.text.trim();
    const entry = content.startsWith('[') ? undefined : entryOf(line);
    if (entry) sections.at(-1)?.entries.push(entry);
    else if (content.startsWith('[') && content.endsWith(']')) {
      const start = line.text.indexOf('[');
      const span = originOf(line, { start, end: start + content.length });
      if (span) sections.push({ name: content.slice(1, -1), at: span, entries: [] });
    }
    at = end;
  }
  return sections;
}

const isComment = (line: string): boolean => /^[ \t]*[#;]/.test(line);

/** A line with those that it is continued on; empty for a comment. */
function logicalLine(document: MappedText, start: number): { readonly line: MappedText; readonly end: number } {
  const { text } = document;
  const parts: MappedText[] = [];
  let at = start;
  while (at < text.length) {
    const lineEnd = text.indexOf('\n', at);
    const next = lineEnd < 0 ? text.length : lineEnd + 1;
    const end = text.charAt(next - 2) === '\r' ? next - 2 : lineEnd < 0 ? next : lineEnd;
    const line = text.slice(at, end);
    const isContinued = line.endsWith('\\') && !isComment(line);
    if (!isComment(line)) parts.push(partOf(document, at, isContinued ? end - 1 : end));
    if (isContinued) parts.push(asWhole(' ', { start: end - 1, end: next }));
    at = next;
    if (!isContinued && (parts.length === 0 || !isComment(line))) break;
  }
  return { line: joined(parts), end: at };
}

function entryOf(line: MappedText): UnitEntry | undefined {
  const equals = line.text.indexOf('=');
  const name = line.text.slice(0, Math.max(0, equals)).trim();
  const start = line.text.indexOf(name);
  const at = originOf(line, { start, end: start + name.length });
  if (name === '' || !at) return undefined;
  const behind = line.text.slice(equals + 1);
  const from = equals + 1 + behind.length - behind.trimStart().length;
  return { name, at, value: partOf(line, from, Math.max(from, line.text.trimEnd().length)) };
}

/** All entries of the sections of a name, in order. */
export function entriesIn(sections: readonly UnitSection[], name: string): readonly UnitEntry[] {
  return sections.filter((section) => section.name === name).flatMap(({ entries }) => entries);
}

/** The values of a entry that adds to a list; an empty one takes all before it away. */
export function listOf(entries: readonly UnitEntry[], name: string): readonly UnitEntry[] {
  const own = entries.filter((entry) => entry.name === name);
  return own.slice(own.findLastIndex(({ value }) => value.text === '') + 1);
}

/** The value of a entry that has one; undefined where it has none, or an empty one. */
export function lastOf(entries: readonly UnitEntry[], name: string): UnitEntry | undefined {
  const last = entries.findLast((entry) => entry.name === name);
  return last?.value.text === '' ? undefined : last;
}
