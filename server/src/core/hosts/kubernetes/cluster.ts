import type { Mount } from '../../config/deployment.js';
import type { PublishedPort } from '../../config/host-facts.js';
import { maySpeakOfServers } from '../../project/recognise/sniff.js';
import { type ConfigEntry, entriesIn } from './config-objects.js';
import type { GeneratedObject } from './kustomization.js';
import { isSameNamespace, type Manifest, type ManifestPart } from './manifests.js';
import { type Container, type Pod, podOf } from './pods.js';
import { isolates, isServiceOf, openedBy } from './services.js';
import type { MountedFile } from './volumes.js';

/** What is known of the objects around those of one file. */
export interface Cluster {
  /** Of the file itself. */
  readonly home: readonly ManifestPart[];
  /** Of the files beside it. */
  readonly beside: () => readonly (readonly ManifestPart[])[];
  /** What is made of files in the same folder. */
  readonly generated: () => readonly GeneratedObject[];
}

/** The same objects, seen from another of the files. */
export function seenFrom(cluster: Cluster, home: readonly ManifestPart[]): Cluster {
  return { ...cluster, home, beside: () => [cluster.home, ...cluster.beside().filter((file) => file !== home)] };
}

/** The pods of one file that may run a server, or that name an object. */
export function podsIn(parts: readonly ManifestPart[], named?: string): readonly Pod[] {
  return parts
    .filter(({ text }) => (named === undefined ? maySpeakOfServers(text) : text.includes(named)))
    .flatMap((part) => part.manifests())
    .flatMap((manifest) => podOf(manifest) ?? []);
}

const manifestsWith = (parts: readonly ManifestPart[], pattern: RegExp, word = ''): readonly Manifest[] =>
  parts.filter(({ text }) => pattern.test(text) && text.includes(word)).flatMap((part) => part.manifests());

const HOLDS_FILES = /\b(?:ConfigMap|Secret)\b/;

/** The object that a mount names: one of the same file, else one of a file beside it. */
export function entryMounted(
  { kind, name }: MountedFile,
  key: string,
  pod: Pod,
  { home, beside }: Cluster,
): ConfigEntry | undefined {
  const isIt = (manifest: Manifest) =>
    manifest.kind === kind && manifest.name === name && isSameNamespace(manifest, pod.manifest);
  for (const parts of [home, ...beside()]) {
    const found = manifestsWith(parts, HOLDS_FILES, name).find(isIt);
    if (found) return entriesIn(found).find((entry) => entry.key === key);
  }
  return undefined;
}

/** Where files here stand in a container. */
export function mountsOf(files: readonly MountedFile[], { generated }: Cluster): readonly Mount[] {
  return files.flatMap(({ kind, name, key, path }) => {
    const object = generated().find((each) => each.kind === kind && each.name === name);
    return [...(object?.files ?? [])].flatMap(([own, outside]): readonly Mount[] => {
      if (key !== undefined) return key === own ? [{ inside: path, outside }] : [];
      return [{ inside: `${path}/${own}`, outside }];
    });
  });
}

const SERVICE = /\bService\b/;
const OPEN_SERVICE = /\b(?:NodePort|LoadBalancer)\b/;
const POLICY = /\bNetworkPolicy\b/;

/** What lets somebody from outside in to a container: services of its file, else those of the files beside it. */
export function portsOpenedBy(container: Container, { home, beside }: Cluster): readonly PublishedPort[] {
  const { pod } = container;
  const own = manifestsWith(home, SERVICE).filter((manifest) => isServiceOf(manifest, pod));
  const all = own.length > 0 ? own : beside().flatMap((parts) => servicesBeside(parts, pod));
  return all.flatMap((service) => openedBy(service, container) ?? []);
}

/** A service that stands beside its own pods means those. */
function servicesBeside(parts: readonly ManifestPart[], pod: Pod): readonly Manifest[] {
  const services = manifestsWith(parts, OPEN_SERVICE).filter((manifest) => isServiceOf(manifest, pod));
  if (services.length === 0) return [];
  const others = parts.flatMap((part) => part.manifests()).flatMap((manifest) => podOf(manifest) ?? []);
  return services.filter((service) => !others.some((other) => isServiceOf(service, other)));
}

/** Whether a policy keeps other pods away from a pod. */
export function isIsolated(pod: Pod, { home, beside }: Cluster): boolean {
  return [home, ...beside()].some((parts) => manifestsWith(parts, POLICY).some((manifest) => isolates(manifest, pod)));
}
