import type { FileLine } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';

/** A whole line as it stands in its file, without a trailing carriage return; empty where there is no such line. */
export function lineTextAt({ files }: ResolvedConfiguration, { source: path, line }: FileLine): string {
  const file = files.find((source) => source.path === path)?.file;
  return file?.lines[line]?.text.replace(/\r$/, '') ?? '';
}
