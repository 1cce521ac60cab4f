import assert from 'node:assert/strict';
import {
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
} from 'vscode-languageserver';
import { type DocumentStatus, STATUS_NOTIFICATION, STATUS_REQUEST } from '../../server/src/lsp/protocol.js';
import { connectInMemory, FULL_CAPABILITIES, type TestClient } from '../support/lsp-client.js';

const URI = 'file:///etc/redis/redis.conf';
const TEXT = 'protected-mode no\n';
const RULE = 'net-protected-mode-off';
const CONFIGURABLE = { ...FULL_CAPABILITIES, workspace: { ...FULL_CAPABILITIES.workspace, configuration: true } };

async function severityOf(client: TestClient): Promise<number | undefined> {
  return (await client.diagnostics(URI)).find(({ code }) => code === RULE)?.severity;
}

describe('settings', () => {
  it('are asked for by resource and asked again when they change', async () => {
    let settings: unknown = { rules: { [RULE]: 'hint' } };
    const asked: unknown[] = [];
    const client = await connectInMemory({
      capabilities: CONFIGURABLE,
      prepare: (connection) => {
        connection.onRequest(ConfigurationRequest.type, ({ items }) => {
          asked.push(...items);
          return [settings];
        });
        connection.onRequest(DiagnosticRefreshRequest.type, () => undefined);
      },
    });
    client.open(URI, TEXT);
    assert.equal(await severityOf(client), 4);
    assert.equal(await severityOf(client), 4);
    assert.deepEqual(asked, [{ scopeUri: URI, section: 'redisConfLint' }]);
    settings = { rules: { [RULE]: 'off' } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    assert.equal(await severityOf(client), undefined);
    client.dispose();
  });

  it('may come with initialize and with their change, from clients that cannot be asked', async () => {
    const client = await connectInMemory({ initializationOptions: { settings: { rules: { [RULE]: 'hint' } } } });
    client.open(URI, TEXT);
    assert.equal(await severityOf(client), 4);
    const settings = { redisConfLint: { rules: { [RULE]: 'information' } } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    assert.equal(await severityOf(client), 3);
    client.dispose();
  });

  it('may name a rule by an id that it had', async () => {
    const settings = { rules: { 'cli-maxclients-low': 'hint' } };
    const client = await connectInMemory({ initializationOptions: { settings } });
    client.open(URI, 'maxclients 10\n');
    const found = (await client.diagnostics(URI)).find(({ code }) => code === 'client-maxclients-low');
    assert.equal(found?.severity, 4);
    client.dispose();
  });

  it('that make no sense are named in the log and left at their default', async () => {
    const settings = { target: 'mongodb', rules: { [RULE]: 'loud' }, run: 7 };
    const client = await connectInMemory({ initializationOptions: { settings } });
    client.open(URI, TEXT);
    assert.ok((await severityOf(client)) !== undefined);
    assert.match(client.log.join('\n'), /target is not a target/);
    client.dispose();
  });

  it('name the versions that exist where the target is none', async () => {
    const client = await connectInMemory({ initializationOptions: { settings: { target: 'redis-7.3' } } });
    client.open(URI, TEXT);
    await severityOf(client);
    assert.match(client.log.join('\n'), /target is not a target\..* 7\.2, 7\.4, /);
    client.dispose();
  });

  it('may hold analysis back until the document is saved', async () => {
    const client = await connectInMemory({ initializationOptions: { settings: { run: 'onSave' } } });
    client.open(URI, '# nothing\n');
    assert.equal(await severityOf(client), undefined);
    client.change(URI, { text: TEXT });
    assert.equal(await severityOf(client), undefined);
    client.connection.onRequest(DiagnosticRefreshRequest.type, () => undefined);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: URI } });
    assert.ok((await severityOf(client)) !== undefined);
    client.dispose();
  });
});

describe('the status of a document', () => {
  it('names the target and what said so, the counts, and who can reach the server', async () => {
    const client = await connectInMemory({ initializationOptions: { settings: { target: 'valkey-8.1' } } });
    client.open(URI, 'bind 127.0.0.1\nmaxmemory 1mb\n');
    const status = await client.connection.sendRequest(STATUS_REQUEST, { uri: URI });
    assert.equal(status?.target, 'Valkey 8.1');
    assert.equal(status?.targetSource, 'setting');
    assert.equal(status?.starts, 'yes');
    assert.deepEqual([status?.tone, status?.short], ['fine', 'Loopback only']);
    assert.equal(status?.sentence, 'Loopback only without a password, TLS off.');
    client.change(URI, { text: 'bind 127.0.0.1\nmaxmemroy 1mb\n' });
    const refused = await client.connection.sendRequest(STATUS_REQUEST, { uri: URI });
    assert.deepEqual([refused?.starts, refused?.tone], ['no', 'refused']);
    assert.equal(refused?.sentence, 'Valkey 8.1 refuses to start with this file.');
    assert.ok((refused?.counts.error ?? 0) >= 1);
    assert.equal(await client.connection.sendRequest(STATUS_REQUEST, { uri: 'file:///not/open.conf' }), null);
    client.dispose();
  });

  it('is sent after an analysis to clients that show it', async () => {
    let received: (status: DocumentStatus) => void = () => undefined;
    const status = new Promise<DocumentStatus>((resolve) => {
      received = resolve;
    });
    const client = await connectInMemory({
      initializationOptions: { status: true },
      prepare: (connection) => connection.onNotification(STATUS_NOTIFICATION, (params) => received(params)),
    });
    client.open(URI, '# nothing\n');
    await client.diagnostics(URI);
    assert.equal((await status).uri, URI);
    client.dispose();
  });

  it('is sent again when only the target has changed', async () => {
    const targets: string[] = [];
    let settings: unknown = { target: 'redis-7.0' };
    const client = await connectInMemory({
      capabilities: CONFIGURABLE,
      initializationOptions: { status: true },
      prepare: (connection) => {
        connection.onRequest(ConfigurationRequest.type, () => [settings]);
        connection.onRequest(DiagnosticRefreshRequest.type, () => undefined);
        connection.onNotification(STATUS_NOTIFICATION, ({ target }) => void targets.push(target));
      },
    });
    client.open(URI, '# nothing\n');
    const { resultId } = await client.pull(URI);
    settings = { target: 'valkey-8.1' };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await client.pull(URI, resultId);
    assert.deepEqual(targets, ['Redis 7.0', 'Valkey 8.1']);
    client.dispose();
  });
});
