import { imageFamily } from '../image.js';
import { entriesOf, entryOf, textOfNode, valueAt, type YamlEntry, type YamlNode } from '../yaml/yaml-tree.js';

/** The values of a chart that starts servers, as they stand in a file of values. */
export interface ChartPart {
  readonly node: YamlNode;
  /** The keys that lead to them: none in the values of the chart itself, `redis` in those of a chart that holds it. */
  readonly path: readonly string[];
}

/** Keys that charts for Redis or Valkey alone have. */
const OWN_KEYS = ['commonConfiguration', 'valkeyConfig'];
/** Keys that tell together with one of the others. */
const FURTHER_KEYS = ['auth', 'architecture', 'master', 'primary', 'replica', 'usePassword', 'customConfig'];
const NAME = /redis|valkey|keydb/i;
/** Charts in charts in charts. */
const DEEPEST = 4;

/** The charts that a file of values speaks of; it is for the chart of a name, where that is known. */
export function chartsIn(root: YamlNode | undefined, name?: string): readonly ChartPart[] {
  return root ? chartsBelow(root, [], name) : [];
}

function chartsBelow(node: YamlNode, path: readonly string[], name?: string): readonly ChartPart[] {
  if (textOfNode(valueAt(node, 'enabled')) === 'false') return [];
  if (isChart(node, path.at(-1) ?? name)) return [{ node, path }];
  if (path.length >= DEEPEST) return [];
  return entriesOf(node).flatMap(({ key, value }) =>
    value?.kind === 'map' ? chartsBelow(value, [...path, key.value]) : [],
  );
}

function isChart(node: YamlNode, name: string | undefined): boolean {
  const has = (key: string) => entryOf(node, key)?.value !== undefined;
  if (OWN_KEYS.some(has) || hasConfigurationOf(node)) return true;
  const further = FURTHER_KEYS.filter(has).length;
  const image = imageText(node);
  if (image !== undefined && imageFamily(image) !== undefined) return further > 0;
  return name !== undefined && NAME.test(name) && further > 1;
}

/** `master.configuration` and its like, or `redis.config` as a map. */
function hasConfigurationOf(node: YamlNode): boolean {
  const isText = (key: string) => textOfNode(valueAt(node, key, 'configuration')) !== undefined;
  const isMap = ['redis', 'valkey'].some((key) => valueAt(node, key, 'config')?.kind === 'map');
  return ['master', 'primary', 'replica'].some(isText) || (isMap && FURTHER_KEYS.some((key) => entryOf(node, key)));
}

/** The image that values name, as a reference. */
export function imageText(node: YamlNode): string | undefined {
  const image = valueAt(node, 'image');
  if (image?.kind === 'scalar') return image.value;
  const repository = textOfNode(valueAt(image, 'repository'));
  if (repository === undefined || repository === '') return undefined;
  const registry = textOfNode(valueAt(image, 'registry'));
  const tag = textOfNode(valueAt(image, 'tag'));
  return `${registry ? `${registry}/` : ''}${repository}${tag ? `:${tag}` : ''}`;
}

/** What tells where the image is named: its version, else its name. */
export function imageEntry(node: YamlNode): YamlEntry | undefined {
  const image = entryOf(node, 'image');
  if (image?.value?.kind !== 'map') return image;
  const tag = entryOf(image.value, 'tag');
  return textOfNode(tag?.value) ? tag : entryOf(image.value, 'repository');
}
