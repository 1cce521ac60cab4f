import type { TextEdit } from '../text/edit.js';
import type { Position } from '../text/span.js';
import type { TextEncoding } from './bytes.js';
import { type ConfigLine, isLong, isTelling, parseLine } from './config-line.js';
import { COMMON_LEXICAL_RULES, type LexicalRules } from './word.js';

/** How a text is read: as every server does and UTF-8, where nothing is said. */
export interface ParseOptions {
  readonly rules?: LexicalRules;
  readonly encoding?: TextEncoding;
}

/**
 * A configuration as lines; joining their texts with LF gives back the text. The last line has no LF: it is empty
 * where the text ends in one.
 */
export interface ConfigFile {
  readonly lines: readonly ConfigLine[];
  /** The lines (from 0) that are more than blanks and prose; see `isTelling`. */
  readonly tellingLines: readonly number[];
  /** Those (from 0) that are longer than people write; see `isLong`. */
  readonly longLines: readonly number[];
  readonly rules: LexicalRules;
  readonly encoding: TextEncoding;
  /** False: no line has a NUL byte, which changes where lines end. */
  readonly mayHoldNul: boolean;
}

/** Parses a whole text. Total and lossless: `textOf(parseFile(text)) === text`. */
export function parseFile(text: string, options: ParseOptions = {}): ConfigFile {
  const { rules = COMMON_LEXICAL_RULES, encoding = 'utf-8' } = options;
  const lines = text.split('\n').map((line) => parseLine(line, rules, encoding));
  const mayHoldNul = text.includes('\0');
  const [tellingLines, longLines] = [numbersOf(lines, isTelling), numbersOf(lines, isLong)];
  return { lines, tellingLines, longLines, rules, encoding, mayHoldNul };
}

/** The text that was parsed. */
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
  const numbersAfter = (known: readonly number[], isIt: (line: ConfigLine) => boolean) => {
    const shift = edited.length - (to.line - from.line + 1);
    const before = known.filter((line) => line < from.line);
    const after = known.filter((line) => line > to.line).map((line) => line + shift);
    return [...before, ...numbersOf(edited, isIt).map((line) => from.line + line), ...after];
  };
  const tellingLines = numbersAfter(file.tellingLines, isTelling);
  const longLines = numbersAfter(file.longLines, isLong);
  return { ...file, lines, tellingLines, longLines, mayHoldNul: file.mayHoldNul || edit.newText.includes('\0') };
}

/** The telling lines with their numbers. */
export function* tellingLinesOf({ lines, tellingLines }: ConfigFile): Iterable<readonly [number, ConfigLine]> {
  for (const index of tellingLines) {
    const line = lines[index];
    if (line) yield [index, line];
  }
}

function numbersOf(lines: readonly ConfigLine[], isIt: (line: ConfigLine) => boolean): readonly number[] {
  const numbers: number[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line && isIt(line)) numbers.push(index);
  }
  return numbers;
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

/** Whether two servers split every line into the same words. */
export function sameRules(a: LexicalRules, b: LexicalRules): boolean {
  return a.closingQuoteContinues === b.closingQuoteContinues && a.dropsByteFF === b.dropsByteFF;
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
