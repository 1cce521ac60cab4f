import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Host } from './host.js';
import { startServer } from './server.js';
import { serve } from './session.js';

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

startServer(
  (options) => createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), options),
  browserHost,
  () => () => serve,
);
