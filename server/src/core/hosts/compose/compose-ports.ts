import type { PublishedPort } from '../../config/host-facts.js';
import { fileNameOf } from '../../config/paths.js';
import { type OffsetSpan, originOf } from '../../text/mapped-text.js';
import type { HostDocument } from '../host-document.js';
import { entryOf, itemsOf, textOfNode, type YamlMap, type YamlNode } from '../yaml/yaml-tree.js';
import { allValues, type Service, type Sited } from './compose-service.js';
import { UNKNOWN, withDefaults } from './compose-variables.js';
import { narrowedMap, narrowedScalar, removedItem } from './port-edits.js';

/** The ports of a service that lead to its container from outside. */
export function portsOf(service: Service): readonly PublishedPort[] {
  return allValues(service, 'ports').flatMap((list) =>
    itemsOf(list.node).flatMap((item) => portOf(item, list, service) ?? []),
  );
}

function portOf(item: YamlNode, list: Sited, service: Service): PublishedPort | undefined {
  const spec = item.kind === 'scalar' ? shortPort(item.value) : item.kind === 'map' ? longPort(item) : undefined;
  if (!spec) return undefined;
  const { document } = list;
  const isNarrowable = spec.isNarrowable && !item.isShared && !isOfSwarm(document);
  return {
    at: document.locationOf(shownAt(item)),
    by: 'port',
    to: spec.to,
    ...(spec.port !== undefined && { port: spec.port }),
    narrowed: () => (isNarrowable ? narrowed(document, item, spec) : undefined),
    removed: () => removedItem(item, list, service),
  };
}

/** With its quotes; a variable is marked without them, as it is everywhere. */
function shownAt(item: YamlNode): OffsetSpan {
  const shown = item.kind === 'map' ? (entryOf(item, 'published')?.value ?? entryOf(item, 'target')?.value) : item;
  if (shown?.kind !== 'scalar') return item.at;
  const text = shown.value.includes('$') ? shown.text() : undefined;
  return (text && originOf(text, { start: 0, end: text.text.length })) ?? shown.at;
}

function narrowed(document: HostDocument, item: YamlNode, spec: PortSpec): ReturnType<PublishedPort['narrowed']> {
  if (item.kind === 'scalar') return narrowedScalar(document, item, spec.prefix);
  return item.kind === 'map' ? narrowedMap(document, item) : undefined;
}

/** A swarm publishes on every machine that it has, whatever address is written. */
export const isOfSwarm = ({ path }: HostDocument): boolean => /stack|swarm/i.test(fileNameOf(path));

/** What an entry of `ports` says. */
interface PortSpec {
  readonly to: PublishedPort['to'];
  readonly port: number | undefined;
  /** No address of one machine is written, and no variable may hold one. */
  readonly isNarrowable: boolean;
  /** What stands before the port, so that an address in its place has as many colons. */
  readonly prefix: 'none' | 'published' | 'address';
}

const CONTAINER = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/tcp)?$/i;
const NAME_OF_PORT = /port/i;

/** `[address:][published:]container[/protocol]`, each number or a range. */
function shortPort(written: string): PortSpec | undefined {
  const { text, unknown } = withDefaults(written);
  const [, address, rest = text] = /^\[([^\]]{0,60})\]:(.{0,200})$/.exec(text) ?? [];
  const parts = rest.split(':');
  const container = parts.at(-1) ?? '';
  const port = portIn(container);
  if (port === undefined && !container.includes(UNKNOWN)) return undefined;
  const published = parts.length > 1 ? parts.at(-2) : undefined;
  const before = address ?? (parts.length > 2 ? parts.slice(0, -2).join(':') : undefined);
  const isVariable = (published ?? container).includes(UNKNOWN);
  const isNumber = !isVariable || unknown.every((name) => NAME_OF_PORT.test(name));
  const to = before === undefined ? (isNumber ? 'network' : 'unknown') : reachOf(before);
  const isNarrowable = to === 'network' && !isVariable && (before === undefined || isWildcard(before));
  const prefix = before !== undefined ? 'address' : published === undefined ? 'none' : 'published';
  return { to, port: port ?? undefined, isNarrowable, prefix };
}

/** Of a range that holds it, the usual one. */
function portIn(container: string): number | undefined {
  const [, first, last] = CONTAINER.exec(container) ?? [];
  if (first === undefined) return undefined;
  const [from, to] = [Number(first), Number(last ?? first)];
  return [6379, 26379].find((usual) => from <= usual && usual <= to) ?? from;
}

function reachOf(address: string): PublishedPort['to'] {
  if (address.includes(UNKNOWN)) return 'unknown';
  return /^(?:127\.|\[?::1\]?$|localhost$)/i.test(address) ? 'host' : 'network';
}

const isWildcard = (address: string): boolean => /^(?:|0\.0\.0\.0|\[?::\]?|\*)$/.test(address);

function longPort(item: YamlMap): PortSpec | undefined {
  const textAt = (key: string) => textOfNode(entryOf(item, key)?.value);
  if (/udp|sctp/i.test(textAt('protocol') ?? '')) return undefined;
  const container = withDefaults(textAt('target') ?? '').text;
  const port = portIn(container);
  if (port === undefined && !container.includes(UNKNOWN)) return undefined;
  const address = textAt('host_ip');
  const reach = address === undefined ? 'network' : reachOf(withDefaults(address).text);
  const isNarrowable = reach === 'network' && (address === undefined || isWildcard(address));
  return { to: reach, port, isNarrowable, prefix: address === undefined ? 'published' : 'address' };
}
