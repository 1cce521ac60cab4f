import type { FillIn } from '../config/fill-in.js';
import type { Dialect, Holder } from '../config/occurrence.js';
import { type MappedText, type OffsetSpan, originOf } from '../text/mapped-text.js';
import type { HostDocument } from './host-document.js';
import type { HostedText } from './host-reading.js';
import { templatedText } from './templated/templated-text.js';

/** A configuration below a key, and who holds it. */
export interface TextBelowKey {
  readonly document: HostDocument;
  /** Within the document: `data.redis.conf`. */
  readonly id: string;
  readonly text: MappedText;
  /** Of the key. */
  readonly anchor: OffsetSpan;
  readonly dialect: Dialect | undefined;
  readonly holder: Holder;
  /** What others than a template engine put into it. */
  readonly fillIns?: readonly FillIn[];
}

/** A text below a key as a configuration. Nobody means the tags of a template engine as they stand: they are filled in. */
export function hostedText({ document, id, text, anchor, dialect, holder, fillIns = [] }: TextBelowKey): HostedText {
  const templated = templatedText(text);
  return {
    id,
    document,
    dialect,
    holder,
    text: templated.text,
    fillIns: [...templated.fillIns, ...fillIns],
    anchor,
    extent: extentOf(document.text, text) ?? anchor,
  };
}

/** Without the line ends behind the last line; an escape that stands for one is a piece of the text. */
function extentOf(document: string, mapped: MappedText): OffsetSpan | undefined {
  const all = originOf(mapped, { start: 0, end: mapped.text.length });
  if (!all) return undefined;
  const written = document.slice(all.start, all.end);
  return { start: all.start, end: all.start + written.trimEnd().length };
}

/** Whether a template engine may put whole lines into a text: whatever it does not say may stand there. */
export function hasOpenLines({ text, fillIns }: Pick<HostedText, 'text' | 'fillIns'>): boolean {
  const lines = text.text.split('\n');
  return fillIns.some(({ line, at, by }) => by === 'template' && lines[line]?.slice(0, at.start).trim() === '');
}

/** Whether a text says anything but what a template engine puts into it: a line that is no comment and begins with a word. */
export function saysSomething({ text, fillIns }: Pick<HostedText, 'text' | 'fillIns'>): boolean {
  const isFilledIn = (line: number, column: number) =>
    fillIns.some((fillIn) => fillIn.line === line && fillIn.at.start <= column && column < fillIn.at.end);
  return text.text.split('\n').some((line, index) => {
    const column = line.length - line.trimStart().length;
    return column < line.length && line.charAt(column) !== '#' && !isFilledIn(index, column);
  });
}
