import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { Problem } from '../rules/rule.js';

/** What tells whether a problem stands on a line that is left to `lint-long-line`. */
export function onLongLines({ files }: Pick<ResolvedConfiguration, 'files'>): (problem: Problem) => boolean {
  const longLines = new Map(files.map(({ id, file }) => [id, new Set(file.lines.long)]));
  return ({ at: { source, line } }) => longLines.get(source)?.has(line) ?? false;
}
