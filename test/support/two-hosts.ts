import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type Host, openHost } from './host.js';
import type { Listener } from './listeners.js';
import { type NetworkNamespace, openNetworkNamespace } from './network-namespace.js';

/**
 * A server's machine and a stranger's, joined by a wire that leads nowhere else: two network namespaces with a pair of
 * interfaces. Nothing is left of them when this process ends, however it ends: the namespaces have no names, and what
 * runs in them is killed.
 */
export interface TwoHosts {
  readonly server: Host;
  readonly stranger: Host;
  /** Gives the server's machine further addresses, which the stranger can reach; those that it can't have are left out. */
  readonly addAddresses: (addresses: Iterable<string>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The server's machine, as the stranger reaches it. */
export const SERVER_ADDRESSES = { v4: '10.77.0.1', v6: 'fd77::1' } as const;

/** The same on both machines, so that a link-local address with it means the same on both. */
const INTERFACE = 'eth0';
const onServer = (strangerPid: number): readonly string[] => [
  `link add ${INTERFACE} type veth peer name ${INTERFACE} netns ${strangerPid}`,
  `address add ${SERVER_ADDRESSES.v4}/24 dev ${INTERFACE}`,
  `address add ${SERVER_ADDRESSES.v6}/64 dev ${INTERFACE} nodad`,
  `address add fe80::1/64 dev ${INTERFACE} nodad`,
  `link set ${INTERFACE} up`,
];
const ON_STRANGER: readonly string[] = [
  `address add 10.77.0.2/24 dev ${INTERFACE}`,
  `address add fd77::2/64 dev ${INTERFACE} nodad`,
  `link set ${INTERFACE} up`,
  `route add default via ${SERVER_ADDRESSES.v4}`,
  `route add default via ${SERVER_ADDRESSES.v6}`,
];

const REACHED: Readonly<Record<string, string>> = { '0.0.0.0': SERVER_ADDRESSES.v4, '::': SERVER_ADDRESSES.v6 };

/** The addresses by which the stranger reaches what listens on the server's machine: none for loopback. */
export function addressesOutside(listener: Listener): readonly string[] {
  if (listener.kind === 'unix' || /^127\.|^::1$/.test(listener.address)) return [];
  return [REACHED[listener.address] ?? listener.address];
}

/** Whether the system lets us have such a wire. */
export function canConnectHosts(): boolean {
  const wire = 'ip link add eth0 type veth peer name eth1 && ip -6 address add fd77::1/64 dev eth0 nodad';
  return [['-n'], ['-r', '-n']].some((flags) => spawnSync('unshare', [...flags, 'sh', '-c', wire]).status === 0);
}

/** Undefined where the system doesn't let us have them. */
export async function openTwoHosts(): Promise<TwoHosts | undefined> {
  const near = await openNetworkNamespace();
  const far = await near?.openBeside();
  if (!near || !far || !(await ip(near, onServer(far.pid))) || !(await ip(far, ON_STRANGER))) {
    await Promise.all([near?.close(), far?.close()]);
    return undefined;
  }
  const [server, stranger] = [openHost(near), openHost(far)];
  const known = new Set<string>(Object.values(SERVER_ADDRESSES));
  return {
    server,
    stranger,
    addAddresses: async (addresses) => {
      const wanted = [...new Set(addresses)].filter((address) => !known.has(address) && !address.includes('%'));
      for (const address of wanted) known.add(address);
      if (wanted.length > 0) await ip(near, wanted.map(addressCommand));
    },
    close: async () => {
      await Promise.all([server.close(), stranger.close()]);
    },
  };
}

function addressCommand(address: string): string {
  const isV6 = address.includes(':');
  return `address add ${address}/${isV6 ? 128 : 32} dev ${INTERFACE}${isV6 ? ' nodad' : ''}`;
}

/** Whether all commands of `ip` succeeded; where one fails, the others are run all the same. */
async function ip(namespace: NetworkNamespace, commands: readonly string[]): Promise<boolean> {
  const [program = '', ...args] = namespace.wrap(['ip', '-force', '-batch', '-']);
  const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin.end(commands.map((command) => `${command}\n`).join(''));
  const [code] = await once(child, 'exit');
  return code === 0;
}
