import type { ConfigFile } from '../syntax/config-file.js';
import { type ConfigLine, type DirectiveLine, type MalformedLine, parseLine } from '../syntax/config-line.js';
import type { Word } from '../syntax/word.js';
import type { Span } from '../text/span.js';
import type { LoadProblem } from './load-problem.js';
import type { SourceFile } from './resolved-configuration.js';

/** A line as the server has it, and the line of a file that it begins on (from 0). */
export interface LogicalLine {
  readonly path: string;
  readonly line: number;
  readonly node: ConfigLine;
  /** Of the line that it begins on. */
  readonly length: number;
}

/** The server reads at most so many bytes of a configuration at a time; a NUL hides what follows it in its piece. */
const PIECE = 1024;

/**
 * The lines of files that are read as one text, as the server has them. A line that ends in hidden text, or that ends
 * a file without a line end, goes on with the next one: its spans are kept within the line it begins on.
 */
export function* logicalLines(files: readonly SourceFile[]): Iterable<LogicalLine> {
  for (const { path, line, text, length, file } of joinedLines(files, PIECE)) {
    const own = file.lines[line];
    const node = own?.text === text ? own : lineWithin(text, length, file);
    yield { path, line, length, node };
  }
}

/** The text of a line as the server has it, and the line of a file (from 0) that it begins on. */
export interface JoinedLine {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  /** Of the line that it begins on. */
  readonly length: number;
  readonly file: ConfigFile;
}

/** The lines of files that are read as one text, at most `piece` bytes at a time. */
export function* joinedLines(files: readonly SourceFile[], piece: number): Iterable<JoinedLine> {
  let open: JoinedLine | undefined;
  for (const [fileIndex, { path, file }] of files.entries()) {
    const isLastFile = fileIndex === files.length - 1;
    for (const [line, { text }] of file.lines.entries()) {
      const isLastLine = line === file.lines.length - 1;
      const hasNul = file.mayHoldNul && text.includes('\0');
      const visible = hasNul ? visibleText(text, piece) : text;
      const whole: JoinedLine = open
        ? { ...open, text: open.text + visible }
        : { path, line, text: visible, length: text.length, file };
      const goesOn = isLastLine ? !isLastFile : hasNul && hidesLineEnd(text, piece);
      open = goesOn ? whole : undefined;
      if (!goesOn) yield whole;
    }
  }
}

function lineWithin(text: string, length: number, { rules, encoding }: ConfigFile): ConfigLine {
  const node = parseLine(text, rules, encoding);
  return node.kind === 'blank' || node.kind === 'comment' ? node : keptWithin(node, length);
}

/** What a NUL hides is lost without a word of the server: one problem a line. */
export function* nulBytes({ path, file, dialect }: SourceFile): Iterable<LoadProblem> {
  if (!file.mayHoldNul) return;
  const stage = dialect === 'acl' ? 'startup' : 'config';
  for (const [line, { text }] of file.lines.entries()) {
    const start = text.indexOf('\0');
    if (start >= 0)
      yield { code: 'nul-byte', at: { path, line, at: { start, end: start + 1 } }, stage, isFatal: false };
  }
}

/** The part of a span that lies on a line of this length. */
export function within({ start, end }: Span, length: number): Span {
  return { start: Math.min(start, length), end: Math.min(end, length) };
}

function keptWithin(node: DirectiveLine | MalformedLine, length: number): DirectiveLine | MalformedLine {
  const word = (word: Word): Word => ({ ...word, ...within(word, length) });
  if (node.kind === 'directive') return { ...node, name: word(node.name), args: node.args.map(word) };
  return { ...node, error: { ...node.error, at: within(node.error.at, length) }, words: node.words.map(word) };
}

function visibleText(text: string, piece: number): string {
  return pieces(text, piece)
    .map((piece) => piece.split('\0', 1)[0] ?? '')
    .join('');
}

function hidesLineEnd(text: string, piece: number): boolean {
  return pieces(`${text}\n`, piece).at(-1)?.includes('\0') ?? false;
}

function pieces(text: string, length: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, index) =>
    text.slice(index * length, (index + 1) * length),
  );
}
