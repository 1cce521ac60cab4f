import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { NetConnectOpts } from 'node:net';
import path from 'node:path';
import { openNetworkNamespace } from '../support/network-namespace.js';
import type { Done, Order } from './client-process.js';
import type { SteadyClient } from './steady-client.js';

/** Addresses of the examples that a client is to reach. */
const ADDRESSES = ['10.0.0.5', '10.0.0.6', '203.0.113.7'];
const CLIENT_PROCESS = path.join(__dirname, 'client-process.js');

/** A network that has the addresses of the examples, and in it a client. */
export interface PageNetwork {
  readonly wrap: (command: readonly string[]) => readonly string[];
  readonly connect: (server: NetConnectOpts, login: readonly string[] | undefined) => Promise<SteadyClient>;
  readonly close: () => Promise<void>;
}

/** @throws Error where the system does not let us have a network of our own. */
export async function openPageNetwork(): Promise<PageNetwork> {
  const namespace = await openNetworkNamespace();
  if (!namespace) throw new Error('no network namespace can be had');
  for (const address of ADDRESSES) {
    const [program = '', ...args] = namespace.wrap(['ip', 'address', 'add', `${address}/32`, 'dev', 'lo']);
    execFileSync(program, args);
  }
  const [program = '', ...args] = namespace.wrap([process.execPath, CLIENT_PROCESS]);
  const clients = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const give = async (order: Order): Promise<readonly string[]> => {
    clients.send(order);
    const [done] = (await once(clients, 'message')) as [Done];
    if ('error' in done) throw new Error(done.error);
    return done.answers;
  };
  return {
    wrap: namespace.wrap,
    connect: async (server, login) => {
      await give({ kind: 'open', server, login });
      return { stop: () => give({ kind: 'stop' }) };
    },
    close: async () => {
      clients.disconnect();
      await once(clients, 'exit');
      await namespace.close();
    },
  };
}
