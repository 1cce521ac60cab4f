import { type FileLine, lineIn } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';

/** A whole line as it stands in its file, without a trailing carriage return; empty where there is no such line. */
export function lineTextAt({ files }: ResolvedConfiguration, at: FileLine): string {
  return lineIn(files, at)?.text.replace(/\r$/, '') ?? '';
}
