import type { PublishedPort } from '../../config/host-facts.js';
import type { LineEdit } from '../../text/line-edit.js';
import type { HostDocument } from '../host-document.js';
import { entriesOf, entryOf, itemsOf, textOfNode, valueAt, type YamlEntry, type YamlNode } from '../yaml/yaml-tree.js';
import { lineAlone, lineBelow } from './lines-alone.js';
import { isSameNamespace, type Manifest } from './manifests.js';
import { type Container, containersOf, type Pod, textsOf } from './pods.js';

/** Whether a selector means a pod: one without labels means none. */
export function selects(selector: YamlNode | undefined, { labels }: Pod): boolean {
  const wanted = [...textsOf(selector)];
  return wanted.length > 0 && wanted.every(([name, value]) => labels.get(name) === value);
}

/** Whether an object is a service, of any type, that leads to a pod. */
export function isServiceOf(manifest: Manifest, pod: Pod): boolean {
  if (manifest.kind !== 'Service' || !isSameNamespace(manifest, pod.manifest)) return false;
  return selects(valueAt(manifest.node, 'spec', 'selector'), pod);
}

/** Whether an object keeps other pods of the cluster away from a pod. */
export function isolates(manifest: Manifest, pod: Pod): boolean {
  if (manifest.kind !== 'NetworkPolicy' || !isSameNamespace(manifest, pod.manifest)) return false;
  const selector = valueAt(manifest.node, 'spec', 'podSelector');
  const labels = valueAt(selector, 'matchLabels');
  const isAll = selector !== undefined && entriesOf(selector).length === 0;
  const types = itemsOf(valueAt(manifest.node, 'spec', 'policyTypes')).map(textOfNode);
  return (isAll || selects(labels, pod)) && (types.length === 0 || types.includes('Ingress'));
}

const WAYS: Readonly<Record<string, 'node-port' | 'load-balancer'>> = {
  NodePort: 'node-port',
  LoadBalancer: 'load-balancer',
};

/** The way in from outside that a service opens to a container; undefined: none. */
export function openedBy(service: Manifest, container: Container): PublishedPort | undefined {
  const spec = valueAt(service.node, 'spec');
  const type = entryOf(spec, 'type');
  const by = WAYS[textOfNode(type?.value) ?? ''];
  const port = itemsOf(valueAt(spec, 'ports')).flatMap((each) => targetPort(each, container) ?? [])[0];
  if (by === undefined || !type?.value || port === undefined) return undefined;
  return {
    at: service.document.locationOf(type.value.at),
    by,
    to: by === 'load-balancer' && isNarrowed(service, spec) ? 'unknown' : 'network',
    port,
    narrowed: () => toClusterIp(service.document, spec, type),
    removed: () => undefined,
  };
}

/** Some load balancers stand inside a network, and some let a list of addresses in. */
function isNarrowed({ node }: Manifest, spec: YamlNode | undefined): boolean {
  const annotations = [...textsOf(valueAt(node, 'metadata', 'annotations'))];
  const isInternal = annotations.some(
    ([name, value]) => /load-?balancer/i.test(name) && /internal/i.test(`${name} ${value}`) && !/^false$/i.test(value),
  );
  const ranges = itemsOf(valueAt(spec, 'loadBalancerSourceRanges')).map(textOfNode);
  return isInternal || (ranges.length > 0 && !ranges.includes('0.0.0.0/0') && !ranges.includes('::/0'));
}

/** What servers and Sentinels listen on, plainly, by TLS, and among the nodes of a cluster. */
const USUAL_PORTS: ReadonlySet<number> = new Set([6379, 6380, 16379, 26379]);

/** The port of a container that a port of a service leads to; undefined: it leads to another one. */
function targetPort(port: YamlNode, container: Container): number | undefined {
  const target = textOfNode(valueAt(port, 'targetPort')) ?? textOfNode(valueAt(port, 'port')) ?? '';
  const own = portsOf(container);
  if (!/^\d+$/.test(target)) return own.find(({ name }) => name === target)?.port;
  const wanted = Number(target);
  if (own.some(({ port: each }) => each === wanted)) return wanted;
  const others = containersOf(container.pod).filter(({ node }) => node !== container.node);
  const isOfAnother = others.some((other) => portsOf(other).some(({ port: each }) => each === wanted));
  return !isOfAnother && USUAL_PORTS.has(wanted) ? wanted : undefined;
}

interface ContainerPort {
  readonly name: string | undefined;
  readonly port: number;
}

function portsOf({ node }: Container): readonly ContainerPort[] {
  return itemsOf(valueAt(node, 'ports')).map((port) => ({
    name: textOfNode(valueAt(port, 'name')),
    port: Number(textOfNode(valueAt(port, 'containerPort'))),
  }));
}

/** What a service may only say that is open to the outside, beside its type. */
const OF_OPEN_SERVICES =
  /^(?:nodePort|externalTrafficPolicy|loadBalancer\w+|healthCheckNodePort|allocateLoadBalancerNodePorts)$/;

/** A cluster refuses what is said of an open service about one that is not. */
function toClusterIp(
  document: HostDocument,
  spec: YamlNode | undefined,
  { value }: YamlEntry,
): readonly LineEdit[] | undefined {
  if (value?.kind !== 'scalar' || value.isShared) return undefined;
  const nodes = [spec, ...itemsOf(valueAt(spec, 'ports'))];
  const further = nodes.flatMap(entriesOf).filter(({ key }) => OF_OPEN_SERVICES.test(key.value));
  const lines = further.map((entry) => lineAlone(document, entry));
  if (lines.includes(undefined)) return undefined;
  const { line, at } = document.locationOf(value.at);
  const removals = lines.flatMap((each): LineEdit[] => (each === undefined ? [] : [{ kind: 'remove', line: each }]));
  return [{ kind: 'replace', line, at, text: 'ClusterIP' }, ...removals];
}

/** The ports of the machine itself that lead to a container. */
export function hostPorts({ node, pod }: Container): readonly PublishedPort[] {
  const { document } = pod.manifest;
  return itemsOf(valueAt(node, 'ports')).flatMap((port): readonly PublishedPort[] => {
    const entry = entryOf(port, 'hostPort');
    const number = Number(textOfNode(entry?.value));
    if (!entry?.value || !(number > 0)) return [];
    const address = textOfNode(valueAt(port, 'hostIP'));
    const isLocal = address !== undefined && /^(?:127\.|::1$)/.test(address);
    const below = address === undefined ? lineBelow(document, entry, 'hostIP: 127.0.0.1') : undefined;
    const line = lineAlone(document, entry);
    return [
      {
        at: document.locationOf(entry.value.at),
        by: 'port',
        to: isLocal ? 'host' : 'network',
        port: Number(textOfNode(valueAt(port, 'containerPort'))) || number,
        narrowed: () => below && [below],
        removed: () => (line === undefined ? undefined : [{ kind: 'remove', line }]),
      },
    ];
  });
}
