import type { Dialect, Holder } from '../../config/occurrence.js';
import { dialectOfFile } from '../container/configuration-names.js';
import type { HostDocument } from '../host-document.js';
import type { HostedText } from '../host-reading.js';
import { hostedText } from '../hosted-text.js';
import { fillInsByLine } from '../words/fill-ins-by-line.js';
import type { ScriptText, ShellCommand } from '../words/shell-script.js';
import type { PathText } from './texts-by-path.js';
import { writtenFiles } from './written-files.js';

/** How a text that a script or a build writes is held. */
export interface WrittenText {
  readonly id: string;
  readonly holder: Holder;
  /** Undefined: only who names the file says that it is a configuration. */
  readonly dialect: Dialect | undefined;
  readonly text: ScriptText;
}

/** A configuration that a script or a build writes. */
export function writtenText(document: HostDocument, { id, holder, dialect, text }: WrittenText): HostedText {
  const anchor = { start: text.at.start, end: text.at.start };
  return hostedText({ document, id, text: text.text, anchor, dialect, holder, fillIns: fillInsByLine(text) });
}

/** The texts that commands write into files. What is put behind a file that was not seen is a part of it. */
export function writtenTexts(
  document: HostDocument,
  commands: readonly ShellCommand[],
  prefix = '',
): readonly PathText[] {
  return writtenFiles(commands).map(({ path, isAppended, text }) => {
    const name = path.text.text;
    const line = document.rangeOf(text.at).start.line + 1;
    const dialect = dialectOfFile(name, text.text.text);
    const holder = isAppended ? 'part' : 'text';
    return {
      path: name,
      isAppended,
      text: writtenText(document, { id: `${prefix}${name}:${line}`, holder, dialect, text }),
    };
  });
}
