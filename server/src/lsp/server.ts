import type { Connection } from 'vscode-languageserver';
import { initializeResult } from './capabilities.js';
import { type Client, clientOf } from './client.js';
import { createGuard, type Guard } from './guard.js';
import type { Host } from './host.js';

/** What `serve` of session.ts is. */
export type Serve = (connection: Connection, host: Host, client: Client, guard: Guard) => void;

/**
 * Answers a client on a connection until it goes away. The client has its answer to `initialize` before the engine is
 * loaded: editors wait for every server that they start.
 */
export function startServer(connection: Connection, host: Host, loadServe: () => Serve): void {
  const guard = createGuard(connection.console);
  connection.onInitialize((params) => {
    const client = clientOf(params);
    // It runs before the next message is taken from the queue.
    host.defer(() => loadServe()(connection, host, client, guard));
    return initializeResult(client);
  });
  connection.listen();
}
