import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ExitNotification, Message, type ResponseMessage, ShutdownRequest } from 'vscode-languageserver';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { bundleInto } from '../support/bundles.js';
import { connect } from '../support/lsp-client.js';

const URI = 'file:///etc/redis/redis.conf';

/** An engine that keeps whoever reads it. */
const NEVER_READ_TO_THE_END = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);';

describe('the bundled server', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'redis-conf-lint-'));
  const bundle = path.join(folder, 'server.js');
  before(() => bundleInto(folder, ['server', 'engine']));
  after(() => rmSync(folder, { recursive: true }));

  it('speaks over standard input and output, shuts down, and exits with 0', async () => {
    const server = start('--stdio');
    const client = await connect(server.stdout, server.stdin);
    client.open(URI, 'maxmemroy 1mb\n');
    const codes = (await client.diagnostics(URI)).map(({ code }) => code);
    assert.ok(codes.includes('syntax-unknown-directive'), `${codes}`);
    const exited = once(server, 'exit');
    await client.connection.sendRequest(ShutdownRequest.type);
    await client.connection.sendNotification(ExitNotification.type);
    assert.deepEqual(await exited, [0, null]);
  });

  it('says what it offers before it reads the engine', async () => {
    const alone = path.join(folder, 'alone');
    mkdirSync(alone);
    copyFileSync(bundle, path.join(alone, 'server.js'));
    writeFileSync(path.join(alone, 'engine.js'), NEVER_READ_TO_THE_END);
    const server = spawn(process.execPath, [path.join(alone, 'server.js'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const { initialized } = await connect(server.stdout, server.stdin);
    assert.equal(initialized.capabilities.hoverProvider, true);
    server.kill('SIGKILL');
  });

  it('hears what a client says without waiting for that', async () => {
    const server = start('--stdio');
    const answered = new Promise<ResponseMessage>((resolve) => {
      new StreamMessageReader(server.stdout).listen((message) => {
        if (Message.isResponse(message) && message.id === 2) resolve(message);
      });
    });
    const writer = new StreamMessageWriter(server.stdin);
    const textDocument = { uri: URI, languageId: 'redis-conf', version: 1, text: 'maxmemroy 1mb\n' };
    const messages = [
      { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
      { method: 'initialized', params: {} },
      { method: 'textDocument/didOpen', params: { textDocument } },
      { id: 2, method: 'textDocument/hover', params: { textDocument, position: { line: 0, character: 2 } } },
    ];
    await Promise.all(messages.map((message) => writer.write({ jsonrpc: '2.0', ...message })));
    assert.equal((await answered).error, undefined);
    server.kill();
  });

  it('exits when its editor goes away', async () => {
    const server = start('--stdio');
    await connect(server.stdout, server.stdin);
    const exited = once(server, 'exit');
    server.stdin.end();
    assert.deepEqual(await exited, [1, null]);
  });

  it('says how it is started', async () => {
    const server = start('--help');
    let text = '';
    server.stdout.on('data', (chunk) => {
      text += chunk;
    });
    assert.deepEqual(await once(server, 'close'), [0, null]);
    assert.match(text, /--stdio/);
  });

  const failures: readonly (readonly [what: string, ...args: readonly string[]])[] = [
    ['nobody speaks to it'],
    ['nobody speaks to it over standard input', '--stdio'],
    ['it has no parent', '--node-ipc'],
    ['nobody listens', '--socket=1'],
    ['a port is no number', '--socket=editor'],
    ['a port is missing', '--socket'],
    ['a pipe is not there', '--pipe=/no/such/pipe'],
  ];
  for (const [what, ...args] of failures) {
    it(`says in one line that ${what}, and exits with 2`, () => {
      const { status, stderr } = spawnSync(process.execPath, [bundle, ...args], { input: '', encoding: 'utf8' });
      assert.match(stderr, /^redis-conf-language-server: .* \(--help says how it is started\)\n$/);
      assert.equal(status, 2);
    });
  }

  function start(argument: string) {
    const child = spawn(process.execPath, [bundle, argument], { stdio: ['pipe', 'pipe', 'inherit'] });
    return child satisfies ChildProcess;
  }
});
