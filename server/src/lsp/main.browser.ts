import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Host } from './host.js';
import { type Serve, startServer } from './server.js';

declare const self: DedicatedWorkerGlobalScope;

/** A message to oneself comes after those that wait; a timer would add milliseconds. */
function createDefer(): Host['defer'] {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return (callback) => {
    waiting.push(callback);
    port2.postMessage(undefined);
  };
}

const browserHost: Host = {
  defer: createDefer(),
  after: (milliseconds, callback) => void setTimeout(callback, milliseconds),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  sha256: async (text) => new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
};

/** What is read has its names in common with this worker, where the bundled session finds the engine. */
function loadServe(engine: string): Serve {
  importScripts(engine);
  return (require('./session.js') as typeof import('./session.js')).serve;
}

/** A worker cannot tell where it stands: its client's first message is the address of the engine. */
self.addEventListener(
  'message',
  ({ data: engine }: MessageEvent<string>) =>
    startServer(
      (options) => createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), options),
      browserHost,
      () => () => loadServe(engine),
    ),
  { once: true },
);
