import type { Dialect, Holder } from '../../config/occurrence.js';
import type { OffsetSpan } from '../../text/mapped-text.js';
import type { HostDocument } from '../host-document.js';
import type { HostedText } from '../host-reading.js';
import { fillInsByLine } from '../words/fill-ins-by-line.js';
import type { ScriptText } from '../words/shell-script.js';

/** How a text that a script or a build writes is held. */
export interface WrittenText {
  readonly id: string;
  readonly holder: Holder;
  readonly dialect: Dialect | undefined;
  readonly text: ScriptText;
}

/** A configuration that a script or a build writes. */
export function hostedText(document: HostDocument, { id, holder, dialect, text }: WrittenText): HostedText {
  const anchor: OffsetSpan = { start: text.at.start, end: text.at.start };
  return {
    id,
    document,
    ...(dialect && { dialect }),
    holder,
    text: text.text,
    fillIns: fillInsByLine(text),
    anchor,
    extent: text.at,
    write: () => ({ refused: 'This text has to be changed by hand.' }),
  };
}
