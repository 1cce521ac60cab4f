import { entriesOf, itemsOf, textOfNode, valueAt, type YamlEntry, type YamlNode } from '../yaml/yaml-tree.js';
import type { Manifest } from './manifests.js';

/** Containers that run together, as what starts them describes it. */
export interface Pod {
  readonly manifest: Manifest;
  readonly labels: ReadonlyMap<string, string>;
  readonly spec: YamlNode;
}

/** Where what starts pods has their description. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  PodTemplate: ['template'],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Rollout: ['spec', 'template'],
  DeploymentConfig: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** The pod that an object starts; undefined: it starts none. */
export function podOf(manifest: Manifest): Pod | undefined {
  const path = Object.hasOwn(TEMPLATES, manifest.kind) ? TEMPLATES[manifest.kind] : undefined;
  const template = path && valueAt(manifest.node, ...path);
  const spec = valueAt(template, 'spec');
  if (spec?.kind !== 'map') return undefined;
  return { manifest, labels: textsOf(valueAt(template, 'metadata', 'labels')), spec };
}

/** The entries of a map of texts. */
export function textsOf(node: YamlNode | undefined): ReadonlyMap<string, string> {
  return new Map(entriesOf(node).flatMap(({ key, value }: YamlEntry) => textPair(key.value, value)));
}

function textPair(key: string, value: YamlNode | undefined): readonly (readonly [string, string])[] {
  const text = textOfNode(value);
  return text === undefined ? [] : [[key, text]];
}

/** A container of a pod. */
export interface Container {
  readonly pod: Pod;
  readonly name: string;
  readonly node: YamlNode;
  /** It runs before the others, unless it is told to go on beside them. */
  readonly isInitial: boolean;
}

/** The containers of a pod, in the order in which they stand. */
export function containersOf(pod: Pod): readonly Container[] {
  const of = (key: string, isInitial: boolean): readonly Container[] =>
    itemsOf(valueAt(pod.spec, key))
      .filter(({ kind }) => kind === 'map')
      .map((node) => ({ pod, name: textOfNode(valueAt(node, 'name')) ?? '', node, isInitial }));
  return [...of('containers', false), ...of('initContainers', true)];
}
