import type * as Yaml from 'yaml';
import type { MappedText, OffsetSpan } from '../../text/mapped-text.js';
import { decodeScalar, type ScalarStyle, type WrittenScalar } from './decode-scalar.js';
import type { YamlLibrary } from './yaml-library.js';

/** A node of a document, aliases and merges followed. Places are offsets in the document. */
export type YamlNode = YamlMap | YamlList | YamlScalar;

interface NodeBase {
  readonly at: OffsetSpan;
  /** It stands at an anchor that is used elsewhere too, or was reached by an alias: an edit changes more than one. */
  readonly isShared: boolean;
  /** `!reset`; undefined: none that is its own. */
  readonly tag?: string | undefined;
}

/** A map with its entries, those of `<<` behind its own. */
export interface YamlMap extends NodeBase {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
  readonly isFlow: boolean;
}

/** A key and its value. */
export interface YamlEntry {
  readonly key: YamlScalar;
  /** Undefined: nothing stands there. */
  readonly value: YamlNode | undefined;
}

/** A list. */
export interface YamlList extends NodeBase {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly isFlow: boolean;
}

/** A scalar, whatever type it has for others: here all are texts. */
export interface YamlScalar extends NodeBase {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  readonly value: string;
  /** What it says and where; undefined where our decoder and the library disagree. */
  readonly text: () => MappedText | undefined;
}

/** Why a document has no tree. */
export type Untold = 'not-valid' | 'alias-depth' | 'too-large';

const DEEPEST = 20;
const MOST_NODES = 20_000;

/** Nobody reads the words of errors, and a template has hundreds. */
const OPTIONS = { uniqueKeys: false, keepSourceTokens: true, logLevel: 'silent', prettyErrors: false } as const;

/** The tree of one YAML document, which begins at `offset` of a text. */
export function yamlTree(text: string, span: OffsetSpan, yaml: YamlLibrary): YamlNode | undefined | Untold {
  const source = text.slice(span.start, span.end);
  const document = yaml.parseDocument(source, OPTIONS);
  if (document.errors.length > 0) return 'not-valid';
  const builder = new TreeBuilder(text, span.start, document, yaml);
  return builder.tree();
}

class TreeBuilder {
  readonly #text: string;
  readonly #base: number;
  readonly #document: Yaml.Document.Parsed;
  readonly #yaml: YamlLibrary;
  #nodes = 0;
  #problem: Untold | undefined;

  constructor(text: string, base: number, document: Yaml.Document.Parsed, yaml: YamlLibrary) {
    this.#text = text;
    this.#base = base;
    this.#document = document;
    this.#yaml = yaml;
  }

  tree(): YamlNode | undefined | Untold {
    const root = this.#nodeOf(this.#document.contents, false, 0);
    return this.#problem ?? root;
  }

  #nodeOf(node: unknown, isShared: boolean, depth: number): YamlNode | undefined {
    const { isAlias, isMap, isScalar, isSeq } = this.#yaml;
    if (this.#problem || node === null || node === undefined) return undefined;
    if (++this.#nodes > MOST_NODES) return this.#give('too-large');
    if (depth > DEEPEST) return this.#give('alias-depth');
    if (isAlias(node)) return this.#nodeOf(node.resolve(this.#document), true, depth + 1);
    if (isScalar(node)) return this.#scalarOf(node, isShared || node.anchor !== undefined);
    if (isMap(node)) return this.#mapOf(node, isShared || node.anchor !== undefined, depth + 1);
    return isSeq(node) ? this.#listOf(node, isShared || node.anchor !== undefined, depth + 1) : undefined;
  }

  #give(problem: Untold): undefined {
    this.#problem = problem;
  }

  #spanOf({ range }: { readonly range?: Yaml.Range | null | undefined }): OffsetSpan {
    return { start: this.#base + (range?.[0] ?? 0), end: this.#base + (range?.[1] ?? 0) };
  }

  #listOf(node: Yaml.YAMLSeq, isShared: boolean, depth: number): YamlList {
    const items = node.items.flatMap((item) => this.#nodeOf(item, isShared, depth) ?? []);
    return { kind: 'list', at: this.#spanOf(node), isShared, ...tagOf(node), isFlow: node.flow === true, items };
  }

  #mapOf(node: Yaml.YAMLMap, isShared: boolean, depth: number): YamlMap {
    const own: YamlEntry[] = [];
    const merged: YamlEntry[] = [];
    for (const { key, value } of node.items) {
      const name = this.#nodeOf(key, isShared, depth);
      if (name?.kind !== 'scalar') continue;
      const isMerge = name.value === '<<' && name.style === 'plain';
      const read = this.#nodeOf(value, isShared || isMerge, depth);
      if (!isMerge) own.push({ key: name, value: read });
      else for (const map of read?.kind === 'list' ? read.items : [read]) merged.push(...entriesOf(map));
    }
    const names = new Set(own.map(({ key }) => key.value));
    const entries = [...own, ...merged.filter(({ key }) => !names.has(key.value) && names.add(key.value))];
    return { kind: 'map', at: this.#spanOf(node), isShared, ...tagOf(node), isFlow: node.flow === true, entries };
  }

  #scalarOf(node: Yaml.Scalar, isShared: boolean): YamlScalar {
    const at = this.#spanOf(node);
    const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain';
    const isBlock = style === 'literal' || style === 'folded';
    const value = typeof node.value === 'string' ? node.value : (node.source ?? '');
    const written: WrittenScalar = { style, at, value, end: isBlock ? this.#blockEnd(node, at) : at.end };
    const text = this.#text;
    return { kind: 'scalar', at, isShared, ...tagOf(node), style, value, text: () => decodeScalar(text, written) };
  }

  #blockEnd(node: Yaml.Scalar, { start, end }: OffsetSpan): number {
    const token = node.srcToken;
    if (token?.type !== 'block-scalar') return end;
    return this.#text.indexOf('\n', start) + 1 + token.source.length;
  }
}

function tagOf({ tag }: { readonly tag?: string | undefined }): Pick<NodeBase, 'tag'> {
  return tag?.startsWith('!') ? { tag } : {};
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** The entries of a map; none of anything else. */
export function entriesOf(node: YamlNode | undefined): readonly YamlEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

/** The entry of a key; of two the last one, as loaders take it. */
export function entryOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return entriesOf(node).findLast((entry) => entry.key.value === key);
}

/** The value at a path of keys. */
export function valueAt(node: YamlNode | undefined, ...keys: readonly string[]): YamlNode | undefined {
  return keys.reduce((at: YamlNode | undefined, key) => entryOf(at, key)?.value, node);
}

/** The items of a list; the node itself where it is none. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (node === undefined) return [];
  return node.kind === 'list' ? node.items : [node];
}

/** What a scalar says; undefined for anything else. */
export function textOfNode(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.value : undefined;
}
