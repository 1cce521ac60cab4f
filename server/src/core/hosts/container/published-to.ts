import type { Published } from '../../config/deployment.js';
import type { HostFacts, PublishedPort } from '../../config/host-facts.js';
import type { Told } from '../../config/told.js';

/** Who reaches a container that is started by itself, by its ports: none published, what shares its network. */
export function publishedTo(ports: readonly PublishedPort[], hostNetwork: HostFacts['hostNetwork']): Told<Published> {
  if (hostNetwork) return { value: 'network', by: 'image', at: hostNetwork };
  const open = ports.find(({ to }) => to === 'network') ?? ports.find(({ to }) => to === 'unknown') ?? ports[0];
  return open ? { value: open.to, by: 'image', at: open.at } : { value: 'siblings', by: 'image' };
}
