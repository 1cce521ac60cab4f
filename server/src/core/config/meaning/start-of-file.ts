import type { ConfigSource, Location } from '../occurrence.js';

/** The name of the first directive of a file; its first line where it has none. */
export function startOfFile({ id: source, file: { lines } }: ConfigSource): Location {
  const line = lines.findIndex(({ kind }) => kind === 'directive');
  const first = lines[line];
  if (first?.kind !== 'directive') return { source, line: 0, at: { start: 0, end: lines[0]?.text.length ?? 0 } };
  return { source, line, at: { start: first.name.start, end: first.name.end } };
}
