import type { TextEdit } from '../text/edit.js';
import type { Position } from '../text/span.js';
import type { TextEncoding } from './bytes.js';
import { parseLine } from './config-line.js';
import { type Lines, linesOf } from './lines.js';
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
  readonly lines: Lines;
  readonly rules: LexicalRules;
  readonly encoding: TextEncoding;
  /** False: no line has a NUL byte, which changes where lines end. */
  readonly mayHoldNul: boolean;
}

/** Parses a whole text. Total and lossless: `textOf(parseFile(text)) === text`. */
export function parseFile(text: string, options: ParseOptions = {}): ConfigFile {
  const { rules = COMMON_LEXICAL_RULES, encoding = 'utf-8' } = options;
  const lines = linesOf(text.split('\n').map((line) => parseLine(line, rules, encoding)));
  return { lines, rules, encoding, mayHoldNul: text.includes('\0') };
}

/** The text that was parsed. */
export function textOf(file: ConfigFile): string {
  return Array.from(file.lines.entries(), ([, { text }]) => text).join('\n');
}

/**
 * The file after one edit. Only the lines it touches are parsed again; all others are the same objects.
 * Positions beyond the end mean the end.
 */
export function editFile(file: ConfigFile, edit: TextEdit): ConfigFile {
  const from = clampPosition(file, edit.range.start);
  const to = clampPosition(file, edit.range.end);
  const before = file.lines.at(from.line)?.text.slice(0, from.character) ?? '';
  const after = file.lines.at(to.line)?.text.slice(to.character) ?? '';
  const edited = (before + edit.newText + after).split('\n').map((text) => parseLine(text, file.rules, file.encoding));
  const lines = file.lines.replaced(from.line, to.line + 1, edited);
  return { ...file, lines, mayHoldNul: file.mayHoldNul || edit.newText.includes('\0') };
}

/** The same text, read by another version's rules; lines that these read alike are the same objects. */
export function reparseFile(file: ConfigFile, rules: LexicalRules): ConfigFile {
  if (sameRules(rules, file.rules)) return file;
  const { encoding } = file;
  const lines = file.lines.read((line) =>
    DEPENDS_ON_RULES.test(line.text) ? parseLine(line.text, rules, encoding) : line,
  );
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
  return file.lines.count > 1 && file.lines.at(0)?.text.endsWith('\r') ? '\r\n' : '\n';
}

/** The nearest place that there is. */
export function clampPosition(file: ConfigFile, { line, character }: Position): Position {
  const last = file.lines.count - 1;
  if (line > last) return { line: last, character: file.lines.at(last)?.text.length ?? 0 };
  return { line, character: Math.min(character, file.lines.at(line)?.text.length ?? 0) };
}
