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
  readonly settings: readonly UnitSetting[];
}

/** `Name=value`. */
export interface UnitSetting {
  readonly name: string;
  /** Of the name. */
  readonly at: OffsetSpan;
  /** Continued lines with a blank in the place of each line end, comments between them left out. */
  readonly value: MappedText;
}

interface OpenSection extends UnitSection {
  readonly settings: UnitSetting[];
}

/** The sections of a unit. Lines before the first one and lines of no form say nothing. */
export function unitSections(text: string): readonly UnitSection[] {
  const document = verbatim(text, 0, text.length);
  const sections: OpenSection[] = [];
  for (let at = 0; at < text.length; ) {
    const { line, end } = logicalLine(document, at);
    const content = line.text.trim();
    const setting = content.startsWith('[') ? undefined : settingOf(line);
    if (setting) sections.at(-1)?.settings.push(setting);
    else if (content.startsWith('[') && content.endsWith(']')) {
      const start = line.text.indexOf('[');
      const span = originOf(line, { start, end: start + content.length });
      if (span) sections.push({ name: content.slice(1, -1), at: span, settings: [] });
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

function settingOf(line: MappedText): UnitSetting | undefined {
  const equals = line.text.indexOf('=');
  const name = line.text.slice(0, Math.max(0, equals)).trim();
  const start = line.text.indexOf(name);
  const at = originOf(line, { start, end: start + name.length });
  if (name === '' || !at) return undefined;
  const behind = line.text.slice(equals + 1);
  const from = equals + 1 + behind.length - behind.trimStart().length;
  return { name, at, value: partOf(line, from, Math.max(from, line.text.trimEnd().length)) };
}

/** All settings of the sections of a name, in order. */
export function settingsIn(sections: readonly UnitSection[], name: string): readonly UnitSetting[] {
  return sections.filter((section) => section.name === name).flatMap(({ settings }) => settings);
}

/** The values of a setting that adds to a list; an empty one takes all before it away. */
export function listOf(settings: readonly UnitSetting[], name: string): readonly UnitSetting[] {
  const own = settings.filter((setting) => setting.name === name);
  return own.slice(own.findLastIndex(({ value }) => value.text === '') + 1);
}

/** The value of a setting that has one; undefined where it has none, or an empty one. */
export function lastOf(settings: readonly UnitSetting[], name: string): UnitSetting | undefined {
  const last = settings.findLast((setting) => setting.name === name);
  return last?.value.text === '' ? undefined : last;
}
