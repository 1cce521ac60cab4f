import { joined, type MappedText, type OffsetSpan, verbatim } from '../../text/mapped-text.js';

/** A block of text below a key, in a file that is no YAML before a template engine has read it. */
export interface TemplatedBlock {
  readonly key: string;
  readonly keyAt: OffsetSpan;
  /** Its lines without their indent. */
  readonly text: MappedText;
}

/** `key: |`, with the marks for indent and line ends; a folded block has other lines than are written. */
const HEAD = /^([ ]*(?:- )?)(["']?)([\w.-]+)\2:[ \t]+\|[-+\d]{0,2}[ \t]*(?:#.*)?\r?$/;
const CONTROL = /^\s*(?:\{\{|\{%)/;

interface Line extends OffsetSpan {
  readonly text: string;
  readonly indent: number;
}

/** The literal blocks of a file, found by the indent of their lines alone. */
export function templatedBlocks(document: string, span: OffsetSpan): readonly TemplatedBlock[] {
  const lines = linesOf(document, span);
  const blocks: TemplatedBlock[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    const [, indent = '', quote = '', key = ''] = (line && HEAD.exec(line.text)) ?? [];
    if (!line || key === '') continue;
    const inside = insideOf(lines, index + 1, indent.length);
    const keyStart = line.start + indent.length + quote.length;
    blocks.push({ key, keyAt: { start: keyStart, end: keyStart + key.length }, text: blockText(document, inside) });
    index += inside.length;
  }
  return blocks;
}

function linesOf(document: string, { start, end }: OffsetSpan): readonly Line[] {
  let from = start;
  return document
    .slice(start, end)
    .split('\n')
    .map((whole) => {
      const text = whole.replace(/\r$/, '');
      const line = { text, start: from, end: from + text.length, indent: text.length - text.trimStart().length };
      from += whole.length + 1;
      return line;
    });
}

/** Up to a line that is indented no deeper than the key; a tag may stand at any depth, as long as more of it follows. */
function insideOf(lines: readonly Line[], from: number, keyIndent: number): readonly Line[] {
  let end = from;
  for (let index = from; index < lines.length; index++) {
    const { text, indent } = lines[index] ?? { text: '', indent: 0 };
    if (text.trim() === '') continue;
    if (indent > keyIndent) end = index + 1;
    else if (!CONTROL.test(text)) break;
  }
  return lines.slice(from, end);
}

function blockText(document: string, lines: readonly Line[]): MappedText {
  const first =
    lines.find(({ text }) => text.trim() !== '' && !CONTROL.test(text)) ?? lines.find(({ text }) => text !== '');
  const depth = first?.indent ?? 0;
  const parts = lines.map(({ start, end, indent }) =>
    verbatim(document, Math.min(start + Math.min(depth, indent), end), end),
  );
  return joined(parts, '\n');
}
