import type { ConfigFile } from '../../syntax/config-file.js';
import type { Span } from '../../text/span.js';
import { hiddenInText, hiddenSpans, type LineContext } from './hidden-spans.js';

/** What of a text's lines must not be shown: spans in order, apart from each other. */
export interface LinesShown {
  /** Of a line (from 0) as it stands. */
  readonly hiddenAt: (line: number) => readonly Span[];
  /** Of a line that stands in no file yet; `before`: the line before it. */
  readonly hiddenIn: (text: string, before: string | undefined) => readonly Span[];
}

/** Of a configuration. */
export function configurationShown(file: ConfigFile, context: LineContext): LinesShown {
  return {
    hiddenAt: (at) => {
      const line = file.lines.at(at);
      return line === undefined ? [] : hiddenSpans(line, { ...context, before: file.lines.at(at - 1) });
    },
    hiddenIn: (text, before) => hiddenInText(text, before, file, context),
  };
}
