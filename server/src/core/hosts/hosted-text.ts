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
    write: () => ({ refused: `"${id}" has to be changed by hand.` }),
  };
}

/** Without the line ends behind the last line; an escape that stands for one is a piece of the text. */
function extentOf(document: string, mapped: MappedText): OffsetSpan | undefined {
  const all = originOf(mapped, { start: 0, end: mapped.text.length });
  if (!all) return undefined;
  const written = document.slice(all.start, all.end);
  return { start: all.start, end: all.start + written.trimEnd().length };
}
