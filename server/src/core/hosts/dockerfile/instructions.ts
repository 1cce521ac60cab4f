import { joined, type MappedText, type OffsetSpan, partOf, verbatim } from '../../text/mapped-text.js';
import { type Heredoc, type HeredocMark, heredocAt } from '../words/heredoc.js';
import { shellWords } from '../words/shell-words.js';

/** One instruction of a Dockerfile. */
export interface Instruction {
  /** Upper case. */
  readonly name: string;
  /** Of its name. */
  readonly at: OffsetSpan;
  /** What stands behind its name, continued lines joined, comments and empty lines between them left out. */
  readonly body: MappedText;
  readonly heredocs: readonly DockerHeredoc[];
  /** The lines of its heredocs with those that end them. */
  readonly tail: MappedText;
}

/** A text that stands in a Dockerfile, as it is written: who takes it says what is put into it. */
export interface DockerHeredoc extends Heredoc {
  readonly isLiteral: boolean;
}

const DIRECTIVE = /^#\s*([A-Za-z]+)\s*=\s*(\S*)/;
const NAME = /^[ \t]*([A-Za-z]+)(?=\s|$)/;
/** Instructions that take texts. */
const WITH_HEREDOC: ReadonlySet<string> = new Set(['RUN', 'COPY', 'ADD']);

/** The instructions of a Dockerfile in order. */
export function instructionsIn(text: string): readonly Instruction[] {
  const continuation = continuationOf(text);
  const document = verbatim(text, 0, text.length);
  const instructions: Instruction[] = [];
  for (let at = 0; at < text.length; ) {
    const { parts, end } = logicalLine(document, at, continuation);
    const instruction = instructionOf(document, joined(parts), end);
    if (instruction) instructions.push(instruction.found);
    at = Math.max(instruction?.end ?? end, at + 1);
  }
  return instructions;
}

/** Directives stand before all else. */
function continuationOf(text: string): '\\' | '`' {
  for (const line of text.split('\n', 20)) {
    const [, name, value] = DIRECTIVE.exec(line.trim()) ?? [];
    if (name === undefined) break;
    if (name.toLowerCase() === 'escape' && value === '`') return '`';
  }
  return '\\';
}

/** One line with those that it is continued on. */
function logicalLine(document: MappedText, start: number, continuation: string) {
  const { text } = document;
  const parts: MappedText[] = [];
  let at = start;
  for (let isContinued = true; isContinued && at < text.length; ) {
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const line = text.slice(at, end);
    const content = line.trimEnd();
    const isNothing = content === '' || content.trimStart().startsWith('#');
    if (!isNothing) {
      isContinued = content.endsWith(continuation);
      parts.push(partOf(document, at, at + (isContinued ? content.length - 1 : content.length)));
    } else if (parts.length === 0) isContinued = false;
    at = end + 1;
  }
  return { parts, end: at };
}

function instructionOf(document: MappedText, line: MappedText, end: number) {
  const [whole, name] = NAME.exec(line.text) ?? [];
  const [run] = line.runs;
  if (whole === undefined || name === undefined || !run) return undefined;
  const start = run.origin + whole.length - name.length;
  const from = whole.length + (/^\s*/.exec(line.text.slice(whole.length))?.[0].length ?? 0);
  const body = partOf(line, from);
  const heredocs: DockerHeredoc[] = [];
  let at = end;
  for (const mark of WITH_HEREDOC.has(name.toUpperCase()) ? marksIn(body) : []) {
    const heredoc = heredocAt(document, at, { ...mark, isLiteral: true });
    if (!heredoc) break;
    heredocs.push({ ...heredoc, isLiteral: mark.isLiteral });
    at = heredoc.end;
  }
  const tail = partOf(document, end, at);
  const found: Instruction = {
    name: name.toUpperCase(),
    at: { start, end: start + name.length },
    body,
    heredocs,
    tail,
  };
  return { found, end: at };
}

const MARK = /^[0-9]?<<(-?)(["']?)([^<"'\s]+)\2$/;

/** `<<EOF`, `<<-EOF`, `<<"EOF"` as words of their own. */
function marksIn(body: MappedText): readonly HeredocMark[] {
  if (!body.text.includes('<<')) return [];
  const words = shellWords(body, { hasOperators: false }) ?? [];
  return words.flatMap(({ at }) => {
    const [, dash, quote, delimiter] = MARK.exec(body.text.slice(at.start, at.end)) ?? [];
    return delimiter === undefined ? [] : [{ delimiter, isLiteral: quote !== '', isIndented: dash === '-' }];
  });
}

/** Of the flags that the words of an instruction begin with, with the blanks behind them. */
export function lengthOfFlags(text: string): number {
  let at = 0;
  while (text.startsWith('--', at)) {
    while (at < text.length && !/\s/.test(text.charAt(at))) at++;
    while (at < text.length && /\s/.test(text.charAt(at))) at++;
  }
  return at;
}
