import type { HostFacts } from '../host-facts.js';
import type { ConfigSource, Location } from '../occurrence.js';

/**
 * The name of the first directive of what a server reads by itself. Where it has none: what the document that starts it
 * calls it, else the first line of its file.
 */
export function startOf(sources: readonly ConfigSource[], facts: HostFacts | undefined): Location {
  for (const { id: source, file } of sources) {
    for (const [line, first] of file.lines.telling()) {
      if (first.kind === 'directive') return { source, line, at: { start: first.name.start, end: first.name.end } };
    }
  }
  const [root] = sources;
  const end = root?.file.lines.at(0)?.text.length ?? 0;
  return facts?.at ?? { source: root?.id ?? '', line: 0, at: { start: 0, end } };
}
