import type { TextEncoding } from '../syntax/bytes.js';
import { type ConfigLine, type DirectiveLine, type MalformedLine, parseLine } from '../syntax/config-line.js';
import type { LexicalRules, Word } from '../syntax/word.js';
import type { Span } from '../text/span.js';
import type { SourceFile } from './resolved-configuration.js';

/** A line as the server has it, and the line of a file that it begins on (from 0). */
export interface LogicalLine {
  readonly path: string;
  readonly line: number;
  readonly node: ConfigLine;
  /** Of the line that it begins on. */
  readonly length: number;
}

/** The server reads at most so many bytes at a time; a NUL hides what follows it in its piece. */
const PIECE = 1024;

/**
 * The lines of files that are read as one text, as the server has them. A line that ends in hidden text, or that ends
 * a file without a line end, goes on with the next one: its spans are kept within the line it begins on.
 */
export function* logicalLines(files: readonly SourceFile[]): Iterable<LogicalLine> {
  let open: OpenLine | undefined;
  for (const [fileIndex, { path, file }] of files.entries()) {
    const isLastFile = fileIndex === files.length - 1;
    for (const [line, node] of file.lines.entries()) {
      const isLastLine = line === file.lines.length - 1;
      const hasNul = file.mayHoldNul && node.text.includes('\0');
      const goesOn = isLastLine ? !isLastFile : hasNul && hidesLineEnd(node.text);
      if (!open && !goesOn && !hasNul) {
        yield { path, line, node, length: node.text.length };
        continue;
      }
      const text: string = (open?.text ?? '') + (hasNul ? visibleText(node.text) : node.text);
      open ??= { path, line, text, length: node.text.length };
      open = { ...open, text };
      if (goesOn) continue;
      yield close(open, file.rules, file.encoding);
      open = undefined;
    }
  }
}

interface OpenLine {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  /** Of the line it begins on. */
  readonly length: number;
}

function close({ path, line, text, length }: OpenLine, rules: LexicalRules, encoding: TextEncoding): LogicalLine {
  const node = parseLine(text, rules, encoding);
  return {
    path,
    line,
    length,
    node: node.kind === 'blank' || node.kind === 'comment' ? node : keptWithin(node, length),
  };
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

function visibleText(text: string): string {
  return pieces(text)
    .map((piece) => piece.split('\0', 1)[0] ?? '')
    .join('');
}

function hidesLineEnd(text: string): boolean {
  return pieces(`${text}\n`).at(-1)?.includes('\0') ?? false;
}

function pieces(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, index) =>
    text.slice(index * PIECE, (index + 1) * PIECE),
  );
}
