import { directoryOf } from '../../config/paths.js';
import { hostKindOf } from '../../project/recognise.js';
import type { OffsetSpan } from '../../text/mapped-text.js';
import { once } from '../../text/once.js';
import { type HostDocument, hostDocument } from '../host-document.js';
import type { HostTools } from '../host-reading.js';
import { isSurelyTemplate } from '../templated/templated-servers.js';
import { yamlDocuments } from '../yaml/yaml-documents.js';
import type { YamlLibrary } from '../yaml/yaml-library.js';
import { itemsOf, textOfNode, type Untold, valueAt, type YamlNode, yamlTree } from '../yaml/yaml-tree.js';

/** An object of a cluster as a document describes it. */
export interface Manifest {
  readonly document: HostDocument;
  readonly kind: string;
  readonly name: string;
  /** Undefined: whoever applies it says. */
  readonly namespace: string | undefined;
  readonly node: YamlNode;
  /** As it stands in the document. */
  readonly text: string;
}

/** What one document of a stream came to. */
export interface ManifestPart {
  readonly document: HostDocument;
  readonly text: string;
  readonly at: OffsetSpan;
  readonly manifests: () => readonly Manifest[];
  /** Undefined: it was read. */
  readonly problem: () => Untold | undefined;
}

/** In characters; a longer document of a stream is not read. */
const LONGEST = 256_000;

/** The documents of a stream; each is parsed when somebody asks for it. */
export function manifestParts(document: HostDocument, yaml: () => YamlLibrary): readonly ManifestPart[] {
  return yamlDocuments(document.text).map((at) => {
    const text = document.text.slice(at.start, at.end);
    const tree = once((): YamlNode | undefined | Untold => {
      if (text.length > LONGEST) return 'too-large';
      return isSurelyTemplate(text) ? 'not-valid' : yamlTree(document.text, at, yaml());
    });
    return {
      document,
      text,
      at,
      manifests: once(() => {
        const root = tree();
        return typeof root === 'string' ? [] : manifestsOf(root, { document, text });
      }),
      problem: () => {
        const root = tree();
        return typeof root === 'string' ? root : undefined;
      },
    };
  });
}

/** A list is what its items are. */
function manifestsOf(node: YamlNode | undefined, of: Pick<Manifest, 'document' | 'text'>): readonly Manifest[] {
  const kind = textOfNode(valueAt(node, 'kind'));
  if (node === undefined || kind === undefined) return [];
  if (kind.endsWith('List')) return itemsOf(valueAt(node, 'items')).flatMap((item) => manifestsOf(item, of));
  const name = textOfNode(valueAt(node, 'metadata', 'name')) ?? textOfNode(valueAt(node, 'metadata', 'generateName'));
  const namespace = textOfNode(valueAt(node, 'metadata', 'namespace'));
  return [{ ...of, kind, name: name ?? '', namespace, node }];
}

/** Whether what one object names may be the other: a name counts within its namespace. */
export function isSameNamespace(one: Manifest, other: Manifest): boolean {
  return one.namespace === undefined || other.namespace === undefined || one.namespace === other.namespace;
}

/** More files in a folder are not read. */
const MOST_FILES = 40;

/** The manifests of the files that stand beside a document, a file after the other. */
export function manifestsBeside(
  { path }: HostDocument,
  { reader, yaml }: HostTools,
): readonly (readonly ManifestPart[])[] {
  const folder = directoryOf(path);
  const listed = reader.listFolder(folder);
  const names = listed.status === 'found' ? listed.names.filter((name) => /\.ya?ml$/i.test(name)).toSorted() : [];
  const paths = names.map((name) => `${folder === '/' ? '' : folder}/${name}`).filter((other) => other !== path);
  return paths.slice(0, MOST_FILES).flatMap((other) => {
    const found = reader.readFile(other);
    if (found.status !== 'found' || found.text.length > LONGEST) return [];
    if (hostKindOf(other, found.text) !== 'kubernetes') return [];
    return [manifestParts(hostDocument('kubernetes', other, found.text), yaml)];
  });
}
