import type { OffsetSpan } from '../../text/mapped-text.js';
import type { HostDocument } from '../host-document.js';
import { yamlDocuments } from '../yaml/yaml-documents.js';
import type { YamlLibrary } from '../yaml/yaml-library.js';
import { type YamlList, type YamlNode, type YamlScalar, yamlTree } from '../yaml/yaml-tree.js';

/**
 * How a word of a command line is written:
 * - block-items: a line of a list of YAML
 * - flow-items: an item of a list between brackets, of YAML or of JSON
 * - line: a piece of a line that is split into words
 */
export type WordForm =
  | { readonly kind: 'block-items' }
  | { readonly kind: 'flow-items'; readonly isJson: boolean }
  | { readonly kind: 'line'; readonly scalar: YamlScalar | undefined; readonly isItem: boolean };

/** How the word is written that stands at a place of a document. */
export type FormAt = (at: OffsetSpan) => WordForm | undefined;

/** Asks the trees of a document once for all its words. */
export function formsIn(document: HostDocument, yaml: (() => YamlLibrary) | undefined): FormAt {
  if (!yaml) return (at) => (isJsonItem(document.text, at) ? JSON_ITEM : LINE);
  const trees = yamlDocuments(document.text).map((span) => yamlTree(document.text, span, yaml()));
  return (at) => {
    for (const tree of trees) {
      const found = typeof tree === 'object' ? siteIn(tree, at, undefined) : undefined;
      if (found) return formOf(found, at);
    }
    return undefined;
  };
}

/** The scalar of YAML that holds a place; undefined: none does. */
export function scalarAt(document: HostDocument, at: OffsetSpan, yaml: () => YamlLibrary): YamlScalar | undefined {
  const form = formsIn(document, yaml)(at);
  return form?.kind === 'line' ? form.scalar : undefined;
}

const LINE: WordForm = { kind: 'line', scalar: undefined, isItem: false };
const JSON_ITEM: WordForm = { kind: 'flow-items', isJson: true };

/** A string between others, or behind the bracket. */
function isJsonItem(text: string, { start, end }: OffsetSpan): boolean {
  if (text.charAt(start) !== '"' || text.charAt(end - 1) !== '"') return false;
  let at = start - 1;
  while (at > 0 && /[\s\\]/.test(text.charAt(at))) at--;
  return text.charAt(at) === '[' || text.charAt(at) === ',';
}

interface Site {
  readonly scalar: YamlScalar;
  readonly list: YamlList | undefined;
}

function siteIn(node: YamlNode | undefined, at: OffsetSpan, list: YamlList | undefined): Site | undefined {
  if (!node) return undefined;
  if (node.kind === 'scalar') return holds(node.at, at) ? { scalar: node, list } : undefined;
  if (node.kind === 'list') return firstOf(node.items, (item) => siteIn(item, at, node));
  return firstOf(node.entries, ({ value }) => siteIn(value, at, undefined));
}

function firstOf<One, Found>(all: readonly One[], find: (one: One) => Found | undefined): Found | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

const holds = (outer: OffsetSpan, inner: OffsetSpan): boolean => outer.start <= inner.start && inner.end <= outer.end;

function formOf({ scalar, list }: Site, at: OffsetSpan): WordForm {
  const isAll = scalar.at.start === at.start && scalar.at.end === at.end;
  if (!list || !isAll) return { kind: 'line', scalar, isItem: list !== undefined };
  return list.isFlow ? { kind: 'flow-items', isJson: false } : { kind: 'block-items' };
}
