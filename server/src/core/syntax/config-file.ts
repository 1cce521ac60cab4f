import type { TextEdit } from '../text/edit.js';
import type { Position, Span } from '../text/span.js';
import { type Range, rangeOnLine } from '../text/span.js';
import type { TextEncoding } from './bytes.js';
import { type ConfigLine, isTelling, parseLine } from './config-line.js';
import { COMMON_LEXICAL_RULES, type LexicalRules } from './word.js';

/** Where the lines of a configuration stand in the document that holds it. */
export interface Region {
  /** Line of the host document, from 0, for a line of the configuration, from 0. */
  readonly hostLine: (line: number) => number;
  /** UTF-16 code units to add to a column of that line. */
  readonly hostColumn: (line: number) => number;
}

/** The configuration is the whole document. */
export const WHOLE_DOCUMENT: Region = { hostLine: (line) => line, hostColumn: () => 0 };

export interface ParseOptions {
  readonly rules?: LexicalRules;
  readonly encoding?: TextEncoding;
  readonly region?: Region;
}

/**
 * A configuration as lines; joining their texts with LF gives back the text. The last line has no LF: it is empty
 * where the text ends in one.
 */
export interface ConfigFile {
  readonly lines: readonly ConfigLine[];
  /** The lines (from 0) that are more than blanks and prose; see `isTelling`. */
  readonly tellingLines: readonly number[];
  readonly region: Region;
  readonly rules: LexicalRules;
  readonly encoding: TextEncoding;
  /** False: no line has a NUL byte, which changes where lines end. */
  readonly mayHoldNul: boolean;
}

/** Parses a whole text. Total and lossless: `textOf(parseFile(text)) === text`. */
export function parseFile(text: string, options: ParseOptions = {}): ConfigFile {
  const { rules = COMMON_LEXICAL_RULES, encoding = 'utf-8', region = WHOLE_DOCUMENT } = options;
  const lines = text.split('\n').map((line) => parseLine(line, rules, encoding));
  const mayHoldNul = text.includes('\0');
  return { lines, tellingLines: tellingAmong(lines, 0), region, rules, encoding, mayHoldNul };
}

export function textOf(file: ConfigFile): string {
  return file.lines.map((line) => line.text).join('\n');
}

/**
 * The file after one edit. Only the lines it touches are parsed again; all others are the same objects.
 * Positions beyond the end mean the end.
 */
export function editFile(file: ConfigFile, edit: TextEdit): ConfigFile {
  const from = clampPosition(file, edit.range.start);
  const to = clampPosition(file, edit.range.end);
  const before = file.lines[from.line]?.text.slice(0, from.character) ?? '';
  const after = file.lines[to.line]?.text.slice(to.character) ?? '';
  const edited = (before + edit.newText + after).split('\n').map((text) => parseLine(text, file.rules, file.encoding));
  const lines = file.lines.slice(0, from.line).concat(edited, file.lines.slice(to.line + 1));
  const tellingLines = tellingAfter(file, from.line, to.line, edited);
  return { ...file, lines, tellingLines, mayHoldNul: file.mayHoldNul || edit.newText.includes('\0') };
}

/** The telling lines with their numbers. */
export function* tellingLinesOf({ lines, tellingLines }: ConfigFile): Iterable<readonly [number, ConfigLine]> {
  for (const index of tellingLines) {
    const line = lines[index];
    if (line) yield [index, line];
  }
}

function tellingAmong(lines: readonly ConfigLine[], first: number): readonly number[] {
  const telling: number[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line && isTelling(line)) telling.push(first + index);
  }
  return telling;
}

/** Lines `from` to `to` were replaced: those before keep their numbers, those after move. */
function tellingAfter(file: ConfigFile, from: number, to: number, edited: readonly ConfigLine[]): readonly number[] {
  const shift = edited.length - (to - from + 1);
  const before = file.tellingLines.filter((line) => line < from);
  const after = file.tellingLines.filter((line) => line > to).map((line) => line + shift);
  return [...before, ...tellingAmong(edited, from), ...after];
}

/** The same text, read by another version's rules; lines that these read alike are the same objects. */
export function reparseFile(file: ConfigFile, rules: LexicalRules): ConfigFile {
  if (sameRules(rules, file.rules)) return file;
  const lines = [...file.lines];
  for (const [index, line] of tellingLinesOf(file)) {
    if (DEPENDS_ON_RULES.test(line.text)) lines[index] = parseLine(line.text, rules, file.encoding);
  }
  return { ...file, lines, rules };
}

/** Quotes, and the byte FF. */
const DEPENDS_ON_RULES = /["'\xff]/;

export function sameRules(a: LexicalRules, b: LexicalRules): boolean {
  return a.closingQuoteContinues === b.closingQuoteContinues && a.dropsByteFF === b.dropsByteFF;
}

/** The range in the host document of a span on a line of the configuration (from 0). */
export function hostRange(file: ConfigFile, line: number, span: Span): Range {
  const shift = file.region.hostColumn(line);
  return rangeOnLine(file.region.hostLine(line), { start: span.start + shift, end: span.end + shift });
}

/** `\r\n` where the first line ends so, else `\n`. */
export function lineEndingOf(file: ConfigFile): '\n' | '\r\n' {
  return file.lines.length > 1 && file.lines[0]?.text.endsWith('\r') ? '\r\n' : '\n';
}

/** The nearest place that there is. */
export function clampPosition(file: ConfigFile, { line, character }: Position): Position {
  const last = file.lines.length - 1;
  if (line > last) return { line: last, character: file.lines[last]?.text.length ?? 0 };
  return { line, character: Math.min(character, file.lines[line]?.text.length ?? 0) };
}
