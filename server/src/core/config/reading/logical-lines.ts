import type { ConfigFile } from '../../syntax/config-file.js';
import { type ConfigLine, type DirectiveLine, type MalformedLine, parseLine } from '../../syntax/config-line.js';
import type { Word } from '../../syntax/word.js';
import type { Span } from '../../text/span.js';
import type { GluedLine, LoadProblem } from '../load-problem.js';
import { type ConfigSource, type FileLine, lineIn } from '../occurrence.js';

/** A line as the server has it, and the line of a file that it begins on (from 0). */
export interface LogicalLine extends FileLine {
  readonly node: ConfigLine;
  /** Of the line that it begins on. */
  readonly length: number;
}

/** The server reads at most so many bytes of a configuration at a time; a NUL hides what follows it in its piece. */
const PIECE = 1024;

/**
 * The lines of files that are read as one text, as the server has them, but for blank ones and prose. A line that ends
 * in hidden text, or that ends a file without a line end, goes on with the next one: its spans are kept within the line
 * it begins on.
 */
export function* logicalLines(files: readonly ConfigSource[]): Iterable<LogicalLine> {
  let together: ConfigSource[] = [];
  for (const source of files) {
    together.push(source);
    if (source !== files.at(-1) && !endsItsLastLine(source.file)) continue;
    yield* together.length === 1 && !source.file.mayHoldNul ? ownLines(source) : linesTogether(together);
    together = [];
  }
}

/** Whether what the next file begins with is part of no line above it; an empty file ends none. */
function endsItsLastLine({ lines, mayHoldNul }: ConfigFile): boolean {
  return !mayHoldNul && lines.count > 1 && lines.at(lines.count - 1)?.text === '';
}

function* ownLines({ id, file }: ConfigSource): Iterable<LogicalLine> {
  for (const [line, node] of file.lines.telling()) yield { source: id, line, node, length: node.text.length };
}

function* linesTogether(files: readonly ConfigSource[]): Iterable<LogicalLine> {
  for (const { source, line, text, length, file } of joinedLines(files, PIECE)) {
    const own = file.lines.at(line);
    const node = own?.text === text ? own : lineWithin(text, length, file);
    yield { source, line, length, node };
  }
}

/** The text of a line as the server has it, and the line of a file (from 0) that it begins on. */
export interface JoinedLine extends FileLine {
  readonly text: string;
  /** Of the line that it begins on. */
  readonly length: number;
  readonly file: ConfigFile;
  /** Further lines that are read as part of it. */
  readonly others: readonly FileLine[];
}

interface OpenLine extends JoinedLine {
  text: string;
  readonly others: FileLine[];
}

/**
 * The lines of files that are read as one text, at most `piece` bytes at a time. A line begins where its first
 * character stands: not at the end of a file whose last line is ended.
 */
export function* joinedLines(files: readonly ConfigSource[], piece: number): Iterable<JoinedLine> {
  let open: OpenLine | undefined;
  for (const [fileIndex, { id, file }] of files.entries()) {
    const isLastFile = fileIndex === files.length - 1;
    for (const [line, { text }] of file.lines.entries()) {
      const isLastLine = line === file.lines.count - 1;
      const hasNul = file.mayHoldNul && text.includes('\0');
      const visible = hasNul ? visibleText(text, piece) : text;
      if (visible !== '') {
        if (open) {
          open.text += visible;
          open.others.push({ source: id, line });
        } else open = { source: id, line, text: visible, length: text.length, file, others: [] };
      }
      const goesOn = isLastLine ? !isLastFile : hasNul && hidesLineEnd(text, piece);
      if (goesOn) continue;
      if (open) yield open;
      open = undefined;
    }
  }
}

/** Where one file runs into the next one and it matters: neither adds just blanks, nor one comment to another. */
export function* gluedLines(files: readonly ConfigSource[]): Iterable<GluedLine> {
  if (files.every((source) => source === files.at(-1) || endsItsLastLine(source.file))) return;
  const textAt = (at: FileLine) => lineIn(files, at)?.text ?? '';
  for (const { source, line, text, others } of joinedLines(files, PIECE)) {
    const isComment = text.trimStart().startsWith('#');
    const parts = [{ source, line }, ...others].filter((part) => textAt(part).trim() !== '');
    for (const [index, next] of parts.entries()) {
      const last = parts[index - 1];
      if (!last || last.source === next.source || (isComment && textAt(next).trimStart().startsWith('#'))) continue;
      yield { last, next, isComment };
    }
  }
}

/**
 * Lines of files that are read as one text, each of which the server may read together with another: those with a NUL
 * byte and the ones below them, the last line of a file without a line end and the first one of the next file.
 */
export function* linesReadTogether(files: readonly ConfigSource[]): Iterable<FileLine> {
  let runsOn = false;
  for (const source of files) {
    const { id, file } = source;
    const { lines } = file;
    if (runsOn) yield { source: id, line: 0 };
    if (file.mayHoldNul) {
      for (const [line, { text }] of lines.entries()) {
        if (text.includes('\0')) yield* [line, line + 1].map((joined) => ({ source: id, line: joined }));
      }
    }
    runsOn = source !== files.at(-1) && (lines.count === 1 && runsOn ? true : lines.at(lines.count - 1)?.text !== '');
    if (runsOn) yield { source: id, line: lines.count - 1 };
  }
}

function lineWithin(text: string, length: number, { rules, encoding }: ConfigFile): ConfigLine {
  const node = parseLine(text, rules, encoding);
  return node.kind === 'blank' || node.kind === 'comment' ? node : keptWithin(node, length);
}

/** What a NUL hides is lost without a word of the server: one problem a line. */
export function* nulBytes({ id, file, dialect }: ConfigSource): Iterable<LoadProblem> {
  if (!file.mayHoldNul) return;
  const stage = dialect === 'acl' ? 'startup' : 'config';
  for (const [line, { text }] of file.lines.entries()) {
    const start = text.indexOf('\0');
    if (start >= 0)
      yield { code: 'nul-byte', at: { source: id, line, at: { start, end: start + 1 } }, stage, isFatal: false };
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
