import type { OffsetSpan } from '../../text/mapped-text.js';
import { itemsOf, textOfNode, valueAt, type YamlNode } from '../yaml/yaml-tree.js';
import type { Container, Pod } from './pods.js';

/** A file of a ConfigMap or of a Secret that stands in a container. */
export interface MountedFile {
  /** Its path in the container; where all keys are mounted, their folder. */
  readonly path: string;
  readonly kind: 'ConfigMap' | 'Secret';
  /** Of the object. */
  readonly name: string;
  /** Undefined: every key of it, each a file of that name below the path. */
  readonly key: string | undefined;
  /** Of the mount in the container. */
  readonly at: OffsetSpan;
}

/** What a volume holds, by the path of each file in it. */
interface VolumeFile {
  readonly kind: MountedFile['kind'];
  readonly name: string;
  readonly key: string | undefined;
  readonly path: string | undefined;
}

/** The ConfigMaps and Secrets whose files stand in a container. */
export function mountedFiles({ pod, node }: Container): readonly MountedFile[] {
  const volumes = volumesOf(pod);
  return itemsOf(valueAt(node, 'volumeMounts')).flatMap((mount) => {
    const inside = textOfNode(valueAt(mount, 'mountPath'))?.replace(/\/$/, '');
    const files = volumes.get(textOfNode(valueAt(mount, 'name')) ?? '');
    if (inside === undefined || !files) return [];
    const subPath = textOfNode(valueAt(mount, 'subPath'));
    return files.flatMap((file) => mountedAs(file, { inside, subPath, at: mount.at }));
  });
}

interface MountPoint {
  readonly inside: string;
  readonly subPath: string | undefined;
  readonly at: OffsetSpan;
}

function mountedAs({ kind, name, key, path }: VolumeFile, { inside, subPath, at }: MountPoint): readonly MountedFile[] {
  const of = { kind, name, at };
  if (path === undefined) return [{ ...of, path: inside, key: subPath }];
  if (subPath === undefined) return [{ ...of, path: `${inside}/${path}`, key }];
  return subPath === path ? [{ ...of, path: inside, key }] : [];
}

/** The files of each volume of a pod. */
function volumesOf({ spec }: Pod): ReadonlyMap<string, readonly VolumeFile[]> {
  return new Map(
    itemsOf(valueAt(spec, 'volumes')).flatMap((volume): readonly (readonly [string, readonly VolumeFile[]])[] => {
      const name = textOfNode(valueAt(volume, 'name'));
      const sources = [volume, ...itemsOf(valueAt(volume, 'projected', 'sources'))];
      return name === undefined ? [] : [[name, sources.flatMap(filesOf)]];
    }),
  );
}

function filesOf(source: YamlNode): readonly VolumeFile[] {
  const configMap = valueAt(source, 'configMap');
  const secret = valueAt(source, 'secret');
  return [...filesIn(configMap, 'ConfigMap'), ...filesIn(secret, 'Secret')];
}

function filesIn(node: YamlNode | undefined, kind: MountedFile['kind']): readonly VolumeFile[] {
  const name = textOfNode(valueAt(node, 'name')) ?? textOfNode(valueAt(node, 'secretName'));
  if (name === undefined) return [];
  const items = itemsOf(valueAt(node, 'items'));
  if (items.length === 0) return [{ kind, name, key: undefined, path: undefined }];
  return items.flatMap((item) => {
    const [key, path] = [textOfNode(valueAt(item, 'key')), textOfNode(valueAt(item, 'path'))];
    return key === undefined ? [] : [{ kind, name, key, path: path ?? key }];
  });
}
