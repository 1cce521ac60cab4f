import type { Connection, ConnectionOptions } from 'vscode-languageserver';
import { initializeResult } from './capabilities.js';
import { type Client, clientOf } from './client.js';
import { createGuard, type Guard } from './guard.js';
import type { Host } from './host.js';

/** What `serve` of session.ts is. */
export type Serve = (connection: Connection, host: Host, client: Client, guard: Guard) => void;

/** Reads the engine. */
export type LoadServe = () => Serve;

/**
 * Answers a client on a connection until it goes away. The client has its answer to `initialize` before the engine is
 * loaded: editors wait for every server that they start. `connect` makes the connection, with the options given; `greet` is
 * called when a client has introduced itself.
 */
export function startServer(
  connect: (options: ConnectionOptions) => Connection,
  host: Host,
  greet: () => LoadServe,
): Connection {
  const queue = createQueue();
  const connection = connect({ messageStrategy: { handleMessage: queue.take } });
  const guard = createGuard(connection.console);
  connection.onInitialize((params) => {
    const client = clientOf(params);
    const loadServe = greet();
    queue.hold();
    const load = () => {
      try {
        loadServe()(connection, host, client, guard);
      } finally {
        queue.release();
      }
    };
    // The transport writes in the round after this one, and its turn comes after what is deferred first.
    host.defer(() => host.defer(load));
    return initializeResult(client);
  });
  connection.listen();
  return connection;
}

type HandleMessage = Exclude<ConnectionOptions['messageStrategy'], undefined>['handleMessage'];

/** Keeps what clients say, in order, while nobody is there to hear it. */
function createQueue(): { readonly take: HandleMessage; readonly hold: () => void; readonly release: () => void } {
  let held: (() => void)[] | undefined;
  return {
    take: (message, handle) => {
      if (!held) return handle(message);
      held.push(() => handle(message));
    },
    hold: () => {
      held = [];
    },
    release: () => {
      const waiting = held ?? [];
      held = undefined;
      for (const handle of waiting) handle();
    },
  };
}
