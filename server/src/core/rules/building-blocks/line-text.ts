import { type FileLine, sourceIn } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';

/** A whole line as it stands in its file, without a trailing carriage return; empty where there is no such line. */
export function lineTextAt({ files }: ResolvedConfiguration, { source, line }: FileLine): string {
  const file = sourceIn(files, source)?.file;
  return file?.lines[line]?.text.replace(/\r$/, '') ?? '';
}
