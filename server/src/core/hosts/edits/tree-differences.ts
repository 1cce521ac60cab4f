import { yamlDocuments } from '../yaml/yaml-documents.js';
import type { YamlLibrary } from '../yaml/yaml-library.js';
import { type YamlNode, yamlTree } from '../yaml/yaml-tree.js';

/**
 * Whether two texts are the same YAML but for one scalar, or one list of scalars. What is reached by several aliases
 * counts as often as it is reached. Where a text is no YAML, so that a template is read by its lines, both have to be none.
 */
export function differInOnePlace(before: string, after: string, yaml: YamlLibrary): boolean {
  const [old, now] = [treesOf(before, yaml), treesOf(after, yaml)];
  if (old.length !== now.length) return false;
  return sum(old.map((tree, index) => differences(tree, now[index]))) <= 1;
}

type Tree = ReturnType<typeof yamlTree>;

function treesOf(text: string, yaml: YamlLibrary): readonly Tree[] {
  return yamlDocuments(text).map((span) => yamlTree(text, span, yaml));
}

const EVERYTHING = Number.POSITIVE_INFINITY;

function differences(old: Tree, now: Tree): number {
  if (typeof old === 'string' || typeof now === 'string') return old === now ? 0 : EVERYTHING;
  if (!old || !now) return old === now ? 0 : EVERYTHING;
  if (old.kind === 'map' && now.kind === 'map') return inMaps(old.entries, now.entries);
  if (old.kind === 'list' && now.kind === 'list') return inLists(old.items, now.items);
  if (old.kind !== 'scalar' || now.kind !== 'scalar') return EVERYTHING;
  return old.value === now.value ? 0 : 1;
}

type Entries = Extract<YamlNode, { readonly kind: 'map' }>['entries'];

function inMaps(old: Entries, now: Entries): number {
  const isSame = old.length === now.length && old.every(({ key }, index) => key.value === now[index]?.key.value);
  return isSame ? sum(old.map(({ value }, index) => differences(value, now[index]?.value))) : EVERYTHING;
}

function inLists(old: readonly YamlNode[], now: readonly YamlNode[]): number {
  if ([...old, ...now].every(({ kind }) => kind === 'scalar')) {
    const valuesOf = (items: readonly YamlNode[]) => JSON.stringify(items.map((item) => 'value' in item && item.value));
    return valuesOf(old) === valuesOf(now) ? 0 : 1;
  }
  return old.length === now.length ? sum(old.map((item, index) => differences(item, now[index]))) : EVERYTHING;
}

const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);
