import type { HostedText, NotAnalysed } from '../host-reading.js';
import { hostedText } from '../hosted-text.js';
import { dialectOfText } from '../recognised-text.js';
import { entriesOf, valueAt, type YamlEntry, type YamlScalar } from '../yaml/yaml-tree.js';
import type { Manifest } from './manifests.js';

/** A file that an object of the cluster holds. */
export interface ConfigEntry {
  readonly manifest: Manifest;
  /** Its name. */
  readonly key: string;
  readonly entry: YamlEntry & { readonly value: YamlScalar };
}

/** Whether an object holds files: a ConfigMap, or a Secret whose texts stand in it as they are. */
export function holdsFiles({ kind }: Manifest): boolean {
  return kind === 'ConfigMap' || kind === 'Secret';
}

/** The files that a ConfigMap or a Secret holds; `data` of a Secret is not text. */
export function entriesIn(manifest: Manifest): readonly ConfigEntry[] {
  const field = manifest.kind === 'Secret' ? 'stringData' : 'data';
  return entriesOf(valueAt(manifest.node, field)).flatMap(({ key, value }) =>
    value?.kind === 'scalar' ? [{ manifest, key: key.value, entry: { key, value } }] : [],
  );
}

/** Its text as a configuration; a reason where it cannot be shown. Nothing in it is filled in by the cluster. */
export function textOfEntry({ manifest, key, entry }: ConfigEntry): HostedText | NotAnalysed {
  const text = entry.value.text();
  if (!text) return { at: entry.value.at, reason: 'undecodable' };
  const field = manifest.kind === 'Secret' ? 'stringData' : 'data';
  return hostedText({
    document: manifest.document,
    id: `${idOf(manifest)}.${field}.${key}`,
    text,
    anchor: entry.key.at,
    dialect: dialectOfText(key, text.text),
    holder: manifest.kind === 'Secret' ? 'secret' : 'public',
  });
}

/** An object within its document. */
export function idOf({ kind, name, namespace }: Manifest): string {
  return namespace === undefined ? `${kind}.${name}` : `${kind}.${namespace}/${name}`;
}
