import type { ConfigSource, Location } from '../occurrence.js';

/** The name of the first directive of a file; its first line where it has none. */
export function startOfFile({ id: source, file: { lines } }: ConfigSource): Location {
  for (const [line, first] of lines.telling()) {
    if (first.kind === 'directive') return { source, line, at: { start: first.name.start, end: first.name.end } };
  }
  return { source, line: 0, at: { start: 0, end: lines.at(0)?.text.length ?? 0 } };
}
