import { joined, type MappedText, type OffsetSpan, unmapped } from '../text/mapped-text.js';
import { entriesOf, itemsOf, type YamlNode, type YamlScalar } from './yaml/yaml-tree.js';

/** Lines of a configuration that stand one by one in a document, and from where to where. */
export interface WrittenLines {
  readonly text: MappedText;
  readonly extent: OffsetSpan;
}

/**
 * A map as the lines `key value`, a list as the lines that its items are; a list below a key is a line for each item.
 * Undefined: it holds something else, or nothing.
 */
export function linesOfNode(node: YamlNode | undefined): WrittenLines | undefined {
  if (node?.kind === 'map') return linesOfMap(node);
  const scalars = node?.kind === 'list' ? scalarsOf(node.items) : undefined;
  const [first] = scalars ?? [];
  const last = scalars?.at(-1);
  if (!scalars || !first || !last) return undefined;
  return written(
    scalars.map((item) => [item]),
    { start: first.at.start, end: last.at.end },
  );
}

function linesOfMap(node: YamlNode): WrittenLines | undefined {
  const lines: (readonly YamlScalar[])[] = [];
  for (const { key, value } of entriesOf(node)) {
    const values = scalarsOf(itemsOf(value));
    if (!values || values.length === 0) return undefined;
    for (const each of values) lines.push([key, each]);
  }
  const [first, last] = [lines[0]?.[0], lines.at(-1)?.at(-1)];
  return first && last && written(lines, { start: first.at.start, end: last.at.end });
}

function written(lines: readonly (readonly YamlScalar[])[], extent: OffsetSpan): WrittenLines | undefined {
  const texts = lines.map((words) => {
    const known = words.flatMap((word) => word.text() ?? []);
    return known.length === words.length ? joined(known, ' ') : undefined;
  });
  if (texts.includes(undefined)) return undefined;
  return {
    text: joined(
      texts.map((text) => text ?? unmapped('')),
      '\n',
    ),
    extent,
  };
}

function scalarsOf(nodes: readonly YamlNode[]): readonly YamlScalar[] | undefined {
  const scalars = nodes.flatMap((node) => (node.kind === 'scalar' ? [node] : []));
  return scalars.length === nodes.length ? scalars : undefined;
}
