import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Host } from './host.js';
import { type Serve, startServer } from './server.js';

/** `redisConfYaml`: once its file was read. */
declare const self: DedicatedWorkerGlobalScope & { readonly redisConfYaml?: ReturnType<Host['yaml']> };

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

/** Where the files stand that are read when they are needed, as addresses. */
interface SharedFiles {
  readonly engine: string;
  readonly yaml: string;
}

const browserHost = ({ yaml }: SharedFiles): Host => ({
  defer: createDefer(),
  after: (milliseconds, callback) => void setTimeout(callback, milliseconds),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  sha256: async (text) => new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
  yaml: () => {
    if (!self.redisConfYaml) importScripts(yaml);
    if (!self.redisConfYaml) throw new Error('the library for YAML is not what it was built as');
    return self.redisConfYaml;
  },
});

/** What is read has its names in common with this worker, where the bundled session finds the engine. */
function loadServe({ engine }: SharedFiles): Serve {
  importScripts(engine);
  return (require('./session.js') as typeof import('./session.js')).serve;
}

/** A worker cannot tell where it stands: its client's first message says where the other files do. */
self.addEventListener(
  'message',
  ({ data: files }: MessageEvent<SharedFiles>) =>
    startServer(
      (options) => createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), options),
      browserHost(files),
      () => () => loadServe(files),
    ),
  { once: true },
);
