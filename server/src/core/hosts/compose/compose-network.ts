import type { Published } from '../../config/deployment.js';
import type { PublishedPort } from '../../config/host-facts.js';
import type { Location } from '../../config/occurrence.js';
import type { Told } from '../../config/told.js';
import { entriesOf, entryOf, itemsOf, textOfNode, valueAt, type YamlNode } from '../yaml/yaml-tree.js';
import { isOfSwarm, portsOf } from './compose-ports.js';
import { allValues, lastValue, type Service } from './compose-service.js';
import { UNKNOWN, withDefaults } from './compose-variables.js';

/** Who can reach a service. */
export interface Network {
  readonly ports: readonly PublishedPort[];
  readonly hostNetwork: Location | undefined;
  readonly published: Told<Published>;
}

/**
 * @param find another service of the same file, whose network this one may have
 * @param other a port of the container that is none of the server
 */
export function networkOf(service: Service, find: (name: string) => Service | undefined, other?: number): Network {
  const mode = lastValue(service, 'network_mode');
  const [kind = '', name = ''] = withDefaults(textOfNode(mode?.node) ?? '').text.split(':');
  if (mode && kind === 'host') {
    const at = mode.document.locationOf(mode.node.at);
    return { ports: [], hostNetwork: at, published: { value: 'network', by: 'image', at } };
  }
  if (kind === 'none') return noPorts('nobody');
  if (kind === 'container' || kind.includes(UNKNOWN)) return noPorts('unknown');
  const shared = kind === 'service' ? find(name) : undefined;
  if (shared)
    return openedBy(
      portsOf(shared).filter(({ port }) => port === undefined || SERVER_PORTS.has(port)),
      'siblings',
    );
  return isInternal(service)
    ? noPorts('nobody')
    : openedBy(
        portsOf(service).filter(({ port }) => other === undefined || port !== other),
        'siblings',
      );
}

/** Of the server, of a Sentinel, and of the buses of their clusters. */
const SERVER_PORTS: ReadonlySet<number> = new Set([6379, 16379, 26379]);

function noPorts(value: Published): Network {
  return { ports: [], hostNetwork: undefined, published: { value, by: 'image' } };
}

function openedBy(ports: readonly PublishedPort[], otherwise: Published): Network {
  const open = ports.find(({ to }) => to === 'network') ?? ports.find(({ to }) => to === 'unknown') ?? ports[0];
  const published: Told<Published> = open
    ? { value: open.to, by: 'image', at: open.at }
    : { value: otherwise, by: 'image' };
  return { ports, hostNetwork: undefined, published };
}

/** It has networks without a way out alone: there Docker opens no port either, but a swarm does. */
function isInternal(service: Service): boolean {
  if (service.parts.some(({ file }) => isOfSwarm(file.document))) return false;
  const own = allValues(service, 'networks').flatMap(({ node }) => namesIn(node));
  const names = own.length > 0 ? own : ['default'];
  return names.every((name) =>
    service.parts.some(({ file }) => textOfNode(valueAt(file.root, 'networks', name, 'internal')) === 'true'),
  );
}

function namesIn(node: YamlNode): readonly string[] {
  if (node.kind === 'map') return entriesOf(node).map(({ key }) => key.value);
  return itemsOf(node).flatMap((item) => textOfNode(item) ?? []);
}

/** In bytes; undefined: none is set, or a variable sets it. */
export function memoryLimitOf(service: Service): Told<number> | undefined {
  const deploy = lastValue(service, 'deploy');
  const limit = deploy && entryOf(valueAt(deploy.node, 'resources', 'limits'), 'memory')?.value;
  const own = lastValue(service, 'mem_limit');
  const sited = own ?? (deploy && limit ? { document: deploy.document, node: limit } : undefined);
  const bytes = sited && bytesIn(withDefaults(textOfNode(sited.node) ?? '').text);
  return sited && bytes ? { value: bytes, by: 'image', at: sited.document.locationOf(sited.node.at) } : undefined;
}

const AMOUNT = /^(\d{1,15}(?:\.\d{1,3})?)([kmgt]?)i?b?$/i;
const UNITS = ['', 'k', 'm', 'g', 't'];

function bytesIn(text: string): number | undefined {
  const [, number, unit = ''] = AMOUNT.exec(text.trim()) ?? [];
  return number === undefined ? undefined : Math.floor(Number(number) * 1024 ** UNITS.indexOf(unit.toLowerCase()));
}
