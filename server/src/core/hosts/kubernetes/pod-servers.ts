import type { Published } from '../../config/deployment.js';
import type { HostFacts, HostImage } from '../../config/host-facts.js';
import type { Location } from '../../config/occurrence.js';
import type { Told } from '../../config/told.js';
import { type Unread, unreadFrom } from '../../config/unread.js';
import type { OffsetSpan } from '../../text/mapped-text.js';
import { isNamedForDevelopment } from '../container/development.js';
import { type PlacedFile, unusedConfiguration } from '../container/unused-configuration.js';
import type { HostDocument } from '../host-document.js';
import type { HostedServer, HostedText, NotAnalysed } from '../host-reading.js';
import { imageFamily } from '../image.js';
import type { ScriptWord } from '../words/shell-script.js';
import { entryOf, textOfNode, valueAt } from '../yaml/yaml-tree.js';
import { type Cluster, entryMounted, isIsolated, mountsOf, portsOpenedBy } from './cluster.js';
import { idOf, textOfEntry } from './config-objects.js';
import { type StartedServer, startedServer, toldCommand } from './container-command.js';
import { containerFacts, memoryLimit, runsAs } from './container-facts.js';
import { type Container, containersOf, type Pod } from './pods.js';
import { hostPorts } from './services.js';
import { type MountedFile, mountedFiles } from './volumes.js';

/** The servers of a pod. */
export interface PodServers {
  readonly servers: readonly HostedServer[];
  readonly notAnalysed: readonly NotAnalysed[];
}

/** The servers that the containers of a pod are. */
export function podServers(pod: Pod, cluster: Cluster): PodServers {
  const read = containersOf(pod).map((container) => containerServer(container, cluster));
  return {
    servers: read.flatMap((each) => ('server' in each && each.server ? [each.server] : [])),
    notAnalysed: read.flatMap((each) => ('notAnalysed' in each ? each.notAnalysed : [])),
  };
}

type ContainerServer = { readonly server: HostedServer | undefined } | { readonly notAnalysed: readonly NotAnalysed[] };

function containerServer(container: Container, cluster: Cluster): ContainerServer {
  const { pod, node } = container;
  const told = toldCommand(node);
  const nameAt = entryOf(node, 'name')?.value?.at ?? entryOf(node, 'image')?.value?.at ?? node.at;
  const id = `${idOf(pod.manifest)}.${container.name}`;
  const image = textOfNode(valueAt(node, 'image')) ?? '';
  const found = startedServer(told, { id: `${id}.command`, nameAt, image });
  if (!found || (container.isInitial && (found.unknown || found.launch.by === 'image'))) return { server: undefined };
  if (told.undecodable.length > 0) {
    return { notAnalysed: told.undecodable.map((at) => ({ at, reason: 'undecodable' as const })) };
  }
  const file = mountedText(container, found, cluster);
  if (file && 'reason' in file) return { notAnalysed: [file] };
  return { server: serverOf({ container, found, file, id, nameAt }, cluster) };
}

interface ReadContainer {
  readonly container: Container;
  readonly found: StartedServer;
  readonly file: MountedText | undefined;
  readonly id: string;
  readonly nameAt: OffsetSpan;
}

function serverOf(read: ReadContainer, cluster: Cluster): HostedServer {
  const { container, found, file, id } = read;
  const { pod } = container;
  const { document } = pod.manifest;
  const facts = factsOf(read, cluster);
  return {
    id,
    document,
    facts,
    otherHosts: otherHosts(document, [file?.text.document, ...facts.ports.map(({ at }) => documentOf(at, cluster))]),
    command: found.command,
    texts: new Map(file ? [[file.path, file.text]] : []),
    mounts: mountsOf(mountedFiles(container), cluster),
    published: publishedTo(facts, isIsolated(pod, cluster)),
    isDevelopment: isNamedForDevelopment(document.path),
    ...(found.unknown && { unread: [unreadProgram(document, found.unknown)] }),
    runsAs: runsAs(facts),
    memoryLimit: memoryLimit(container),
  };
}

function factsOf({ container, found, nameAt }: ReadContainer, cluster: Cluster): HostFacts {
  const { pod } = container;
  const { document } = pod.manifest;
  const image = imageOf(container);
  const hostNetwork = hostNetworkOf(pod);
  const unused = found.unknown
    ? undefined
    : unusedConfiguration(placedFiles(container), found.command?.words ?? [], image?.family);
  return {
    kind: 'kubernetes',
    name: container.name === '' ? pod.manifest.name : container.name,
    at: document.locationOf(nameAt),
    image,
    launch: { ...found.launch, at: document.locationOf(found.launch.at) },
    ports: [...hostPorts(container), ...portsOpenedBy(container, cluster)],
    ...(hostNetwork && { hostNetwork }),
    ...containerFacts(container, found.unknown !== undefined),
    ...(unused && { unusedConfiguration: unused }),
  };
}

function imageOf({ node, pod }: Container): HostImage | undefined {
  const image = valueAt(node, 'image');
  const text = textOfNode(image);
  if (!image || text === undefined) return undefined;
  const family = imageFamily(text);
  const at = pod.manifest.document.locationOf(image.at);
  return family && { text, at, family };
}

function hostNetworkOf({ manifest, spec }: Pod): Location | undefined {
  const told = valueAt(spec, 'hostNetwork');
  return told && textOfNode(told) === 'true' ? manifest.document.locationOf(told.at) : undefined;
}

function publishedTo({ ports, hostNetwork }: HostFacts, isAlone: boolean): Told<Published> {
  if (hostNetwork) return { value: 'network', by: 'image', at: hostNetwork };
  const open = ports.find(({ to }) => to === 'network') ?? ports.find(({ to }) => to === 'unknown');
  if (open) return { value: open.to, by: 'image', at: open.at };
  return { value: isAlone ? 'siblings' : 'cluster', by: 'image' };
}

interface MountedText {
  readonly path: string;
  readonly text: HostedText;
}

/** The configuration that the first word names, where it is one of the cluster's objects. */
function mountedText(
  container: Container,
  { command }: StartedServer,
  cluster: Cluster,
): MountedText | NotAnalysed | undefined {
  const [first] = command?.words ?? [];
  const path = first?.text.text ?? '';
  if (!command || path === '' || path.startsWith('-') || first?.fillIns.length !== 0) return undefined;
  for (const file of mountedFiles(container)) {
    const key = keyAt(file, path);
    const entry = key === undefined ? undefined : entryMounted(file, key, container.pod, cluster);
    const text = entry && textOfEntry(entry);
    if (text && 'reason' in text) return text;
    if (text) return { path, text: { ...text, dialect: command.dialect } };
  }
  return undefined;
}

/** The key of an object that stands at a path of the container. */
function keyAt({ path: mounted, key }: MountedFile, path: string): string | undefined {
  if (key !== undefined) return path === mounted ? key : undefined;
  const below = path.startsWith(`${mounted}/`) ? path.slice(mounted.length + 1) : '';
  return below === '' || below.includes('/') ? undefined : below;
}

/** What stands in the container as a configuration, by the names that its command may use. */
function placedFiles(container: Container): readonly PlacedFile[] {
  const { document } = container.pod.manifest;
  return mountedFiles(container).flatMap(({ key, path, at }) =>
    key === undefined ? [] : [{ path, at: document.locationOf(at) }],
  );
}

/** What it says of the configuration is not known. */
function unreadProgram(document: HostDocument, { text, at }: ScriptWord): Unread {
  return unreadFrom({ status: 'unknown', reason: 'program' }, text.text, document.locationOf(at));
}

function otherHosts(own: HostDocument, others: readonly (HostDocument | undefined)[]): readonly HostDocument[] {
  const documents = others.flatMap((document) => (document && document.path !== own.path ? [document] : []));
  return [...new Map(documents.map((document) => [document.path, document])).values()];
}

function documentOf({ source }: Location, { home, beside }: Cluster): HostDocument | undefined {
  return [home, ...beside()].find((parts) => parts[0]?.document.path === source)?.[0]?.document;
}
