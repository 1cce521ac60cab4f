import type { SourceId } from '../../server/src/core/service.js';
import type { TextEdit } from '../../server/src/core/text/edit.js';
import type { LineEdit } from '../../server/src/core/text/line-edit.js';
import type { Place, Refused } from '../../server/src/core/text/place.js';
import { type Position, rangeOnLine, type Span } from '../../server/src/core/text/span.js';

const INDENT = '      ';
/** A block as YAML has it: each line is indented, and the mark tells whether the text ends in a line end. */
const HEADS = {
  ended: '# a host\nfiles:\n    redis.conf: |\n',
  open: '# a host\nfiles:\n    redis.conf: |-\n',
} as const;
const TAIL = '    other: "requirepass foobared"\n# the end\n';

/** A configuration that stands in another document. */
export interface Block {
  readonly document: string;
  readonly id: SourceId;
  readonly place: Place;
}

export function blockIn(path: string, text: string): Block {
  const head = text.endsWith('\n') ? HEADS.ended : HEADS.open;
  const lines = linesOf(text);
  const document = `${head}${lines.map((line) => `${indented(line)}\n`).join('')}${TAIL}`;
  const first = head.split('\n').length - 1;
  return { document, id: `${path}#files.redis.conf`, place: placeOf(text, first) };
}

/** What stands in the block of a document. @throws Error where anything around it is not as it was. */
export function textIn(document: string): string {
  const head = Object.values(HEADS).find((mark) => document.startsWith(mark));
  if (head === undefined || !document.endsWith(TAIL)) throw new Error(`the document is damaged:\n${document}`);
  const block = document.slice(head.length, -TAIL.length);
  if (block === '') return '';
  const lines = linesOf(block);
  const own = lines.map((line) => (line.startsWith(INDENT) ? line.slice(INDENT.length) : line));
  return own.join('\n') + (head === HEADS.ended ? '\n' : '');
}

/** Without the empty one behind the last line end. */
const linesOf = (text: string): readonly string[] => text.replace(/\n$/, '').split('\n');

/** Empty lines stand there as they are. */
const indented = (line: string): string => (line === '' ? '' : INDENT + line);

function placeOf(text: string, first: number): Place {
  const lines = linesOf(text);
  const inDocument = ({ line, character }: Position): Position => {
    const isEmpty = (lines[line] ?? '') === '';
    return { line: first + line, character: isEmpty ? 0 : INDENT.length + character };
  };
  return {
    anchor: rangeOnLine(first - 1, { start: 4, end: 14 }),
    toDocument: (line: number, at: Span) => ({
      start: inDocument({ line, character: at.start }),
      end: inDocument({ line, character: at.end }),
    }),
    fromDocument: ({ line, character }) =>
      line >= first && line < first + lines.length
        ? { line: line - first, character: Math.max(0, character - INDENT.length) }
        : undefined,
    write: (edits) => {
      const written = edits.map((edit) => textEditOf(edit, text, first));
      return written.find((each) => 'refused' in each) ?? written.filter((each) => 'range' in each);
    },
  };
}

function textEditOf(edit: LineEdit, text: string, first: number): TextEdit | Refused {
  const lines = linesOf(text);
  const isOpen = !text.endsWith('\n');
  const lineEnd = lines.length > 1 && lines[0]?.endsWith('\r') ? '\r\n' : '\n';
  switch (edit.kind) {
    case 'insert': {
      const endsText = isOpen && edit.before === lines.length && edit.lines.at(-1) === '';
      if (endsText) return { refused: 'The block ends without a line end.' };
      const at = { line: first + edit.before, character: 0 };
      return { range: { start: at, end: at }, newText: edit.lines.map((line) => indented(line) + lineEnd).join('') };
    }
    case 'replace': {
      const range = rangeOnLine(first + edit.line, edit.at);
      if (lines[edit.line] === '') return { range, newText: indented(edit.text) };
      const { start, end } = edit.at;
      return {
        range: rangeOnLine(first + edit.line, { start: INDENT.length + start, end: INDENT.length + end }),
        newText: edit.text,
      };
    }
    case 'remove': {
      const isLast = isOpen && edit.line === lines.length - 1;
      if (isLast) return { refused: 'The block ends without a line end.' };
      const start = { line: first + edit.line, character: 0 };
      return { range: { start, end: { line: start.line + 1, character: 0 } }, newText: '' };
    }
  }
}
