import { directoryOf, fileNameOf, resolvePath } from '../../config/paths.js';
import type { HostDocument } from '../host-document.js';
import type { HostTools } from '../host-reading.js';
import { itemsOf, textOfNode, valueAt, type YamlNode, yamlTree } from '../yaml/yaml-tree.js';
import type { MountedFile } from './volumes.js';

/** An object that is made of files here before a cluster gets it. */
export interface GeneratedObject {
  readonly kind: MountedFile['kind'];
  readonly name: string;
  /** Absolute paths by key. */
  readonly files: ReadonlyMap<string, string>;
}

const NAMES = ['kustomization.yaml', 'kustomization.yml'];
const GENERATORS = [
  ['configMapGenerator', 'ConfigMap'],
  ['secretGenerator', 'Secret'],
] as const;

/** The objects that the `kustomization.yaml` beside a document makes of files. */
export function generatedBeside({ path }: HostDocument, { reader, yaml }: HostTools): readonly GeneratedObject[] {
  const folder = directoryOf(path);
  for (const name of NAMES) {
    const found = reader.readFile(resolvePath(folder, name));
    if (found.status !== 'found') continue;
    const tree = yamlTree(found.text, { start: 0, end: found.text.length }, yaml());
    if (typeof tree !== 'string') return generatedIn(tree, folder);
  }
  return [];
}

function generatedIn(tree: YamlNode | undefined, folder: string): readonly GeneratedObject[] {
  return GENERATORS.flatMap(([key, kind]) =>
    itemsOf(valueAt(tree, key)).flatMap((generator) => {
      const name = textOfNode(valueAt(generator, 'name'));
      const named = itemsOf(valueAt(generator, 'files')).flatMap((file) => textOfNode(file) ?? []);
      return name === undefined ? [] : [{ kind, name, files: new Map(named.map((file) => keyAndPath(file, folder))) }];
    }),
  );
}

/** `redis.conf`, `redis.conf=prod/redis.conf`. */
function keyAndPath(file: string, folder: string): readonly [string, string] {
  const equals = file.indexOf('=');
  const path = file.slice(equals + 1);
  return [equals < 0 ? fileNameOf(path) : file.slice(0, equals), resolvePath(folder, path)];
}
