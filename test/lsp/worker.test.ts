import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type DocumentDiagnosticReport, Message, type ResponseMessage } from 'vscode-languageserver';
import { bundleInto } from '../support/bundles.js';

/** Makes a thread of Node what a browser's worker is: it speaks with its client, takes scripts, and has no modules. */
const LIKE_A_BROWSER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { readFileSync } = require('node:fs');
  const { runInThisContext } = require('node:vm');
  const importScripts = (address) => runInThisContext(readFileSync(new URL(address), 'utf8'));
  Object.assign(globalThis, { self: globalThis, importScripts });
  for (const name of ['addEventListener', 'postMessage']) globalThis[name] = parentPort[name].bind(parentPort);
  Object.defineProperty(globalThis, 'onmessage', { set: (listener) => (parentPort.onmessage = listener) });
  for (const name of ['module', 'require', 'exports', 'process']) delete globalThis[name];
  importScripts(workerData);
`;

const URI = 'vscode-vfs://host/redis.conf';
const INITIALIZE = { method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } };

describe('the worker', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'redis-conf-lint-'));
  const addressOf = (file: string) => pathToFileURL(path.join(folder, file)).href;
  const workers: Worker[] = [];
  before(() => bundleInto(folder, ['webServer', 'engine', 'yaml']));
  after(async () => {
    await Promise.all(workers.map((worker) => worker.terminate()));
    rmSync(folder, { recursive: true });
  });

  /** `send` says something; `ask` waits for the answer. */
  function start(engine: string) {
    const worker = new Worker(LIKE_A_BROWSER, { eval: true, workerData: addressOf('web/server.js') });
    workers.push(worker);
    worker.postMessage({ engine: addressOf(engine), yaml: addressOf('yaml.js') });
    let asked = 0;
    const send = (message: object) => worker.postMessage({ jsonrpc: '2.0', ...message });
    const ask = (message: object) =>
      new Promise<ResponseMessage>((resolve, reject) => {
        const id = ++asked;
        worker.on('error', reject);
        worker.on('message', (answer: Message) => {
          if (Message.isResponse(answer) && answer.id === id) resolve(answer);
        });
        send({ id, ...message });
      });
    return { send, ask };
  }

  it('reads the engine that its client names, and judges', async () => {
    const { send, ask } = start('engine.js');
    await ask(INITIALIZE);
    send({ method: 'initialized', params: {} });
    const textDocument = { uri: URI, languageId: 'redis-conf', version: 1, text: 'maxmemroy 1mb\n' };
    send({ method: 'textDocument/didOpen', params: { textDocument } });
    const { result, error } = await ask({ method: 'textDocument/diagnostic', params: { textDocument: { uri: URI } } });
    assert.equal(error, undefined);
    const report = result as unknown as DocumentDiagnosticReport;
    const codes = report.kind === 'full' ? report.items.map(({ code }) => code) : [];
    assert.ok(codes.includes('syntax-unknown-directive'), `${codes}`);
  });

  it('reads the library for YAML when the first document needs it', async () => {
    const { send, ask } = start('engine.js');
    await ask(INITIALIZE);
    send({ method: 'initialized', params: {} });
    const uri = 'vscode-vfs://host/compose.yml';
    const text = 'services:\n  cache:\n    image: redis:7.2\n    command: redis-server --maxmemroy 1mb\n';
    send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
    const { result } = await ask({ method: 'textDocument/diagnostic', params: { textDocument: { uri } } });
    const report = result as unknown as DocumentDiagnosticReport;
    const codes = report.kind === 'full' ? report.items.map(({ code }) => code) : [];
    assert.ok(codes.includes('syntax-unknown-directive'), `${codes}`);
  });

  it('says what it offers before that', async () => {
    writeFileSync(path.join(folder, 'never.js'), 'for (;;);');
    const { ask } = start('never.js');
    const { result } = await ask(INITIALIZE);
    assert.equal((result as { capabilities: { hoverProvider?: boolean } }).capabilities.hoverProvider, true);
  });
});
