// A process in the network of the servers, where clients can connect to them. One client at a time.
import type { NetConnectOpts } from 'node:net';
import { openSteadyClient, type SteadyClient } from './steady-client.js';

export type Order =
  | { readonly kind: 'open'; readonly server: NetConnectOpts; readonly login: readonly string[] | undefined }
  | { readonly kind: 'stop' };

export type Done = { readonly answers: readonly string[] } | { readonly error: string };

let client: SteadyClient | undefined;

async function follow(order: Order): Promise<readonly string[]> {
  if (order.kind === 'stop') return (await client?.stop()) ?? [];
  client = await openSteadyClient(order.server, order.login);
  return [];
}

process.on('message', (order: Order) => {
  follow(order)
    .then(
      (answers): Done => ({ answers }),
      (error: Error): Done => ({ error: error.message }),
    )
    .then((done) => process.send?.(done));
});
process.once('disconnect', () => process.exit());
