import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  RegistrationRequest,
  type RelatedFullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { LIST_FOLDER_REQUEST, READ_FILE_REQUEST, type ReadFileResult } from '../../server/src/lsp/protocol.js';
import { type ClientOptions, connectInMemory, FULL_CAPABILITIES, type TestClient } from '../support/lsp-client.js';

const UNKNOWN = 'syntax-unknown-directive';
/** A line of the first file that an included one overrides. */
const SHADOWED = 'struct-include-shadow';

describe('included files', () => {
  let folder: string;
  let client: TestClient;
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const uri = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const start = async (options: ClientOptions = {}) => {
    client = await connectInMemory(options);
  };
  const codes = async (name: string) => (await client.diagnostics(uri(name))).map(({ code }) => code);

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'redis-conf-lint-'));
  });
  afterEach(() => {
    client.dispose();
    rmSync(folder, { recursive: true });
  });

  it('are read before the first answer', async () => {
    write('net.conf', 'protected-mode no\n');
    await start();
    client.open(uri('redis.conf'), 'protected-mode yes\ninclude net.conf\n');
    assert.ok((await codes('redis.conf')).includes(SHADOWED));
  });

  it('get no comment that switches a rule off where the file before would swallow it', async () => {
    write('conf.d/1.conf', 'timeout 300');
    const text = '\nprotected-mode no\n';
    write('conf.d/2.conf', text);
    await start();
    client.open(uri('redis.conf'), 'include conf.d/*.conf\n');
    client.open(uri('conf.d/2.conf'), text);
    const found = (await client.diagnostics(uri('conf.d/2.conf'))).filter(
      ({ code }) => code === 'net-protected-mode-off',
    );
    const titles = (await client.actions(uri('conf.d/2.conf'), found)).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => title.startsWith('Disable')),
      ['Disable net-protected-mode-off on this line'],
    );
  });

  it('have their own findings, pushed for their own address, until the document closes', async () => {
    write('net.conf', 'port 6379\nmaxmemroy 1mb\n');
    await start();
    const pushed = client.pushed(uri('net.conf'));
    client.open(uri('redis.conf'), 'include net.conf\n');
    await client.diagnostics(uri('redis.conf'));
    const [found] = (await pushed).diagnostics.filter(({ code }) => code === UNKNOWN);
    assert.deepEqual(found?.range.start, { line: 1, character: 0 });
    const cleared = client.pushed(uri('net.conf'));
    client.close(uri('redis.conf'));
    assert.deepEqual((await cleared).diagnostics, []);
  });

  it('have each finding once where two open documents include them', async () => {
    write('net.conf', 'maxmemroy 1mb\n');
    await start();
    client.open(uri('redis.conf'), 'include net.conf\n');
    client.open(uri('other.conf'), 'include net.conf\n');
    await client.diagnostics(uri('redis.conf'));
    const pushed = client.pushed(uri('net.conf'));
    await client.diagnostics(uri('other.conf'));
    const found = (await pushed).diagnostics.filter(({ code }) => code === UNKNOWN);
    assert.equal(found.length, 1);
  });

  it('come as related documents where the client takes them', async () => {
    write('net.conf', 'maxmemroy 1mb\n');
    const diagnostic = { relatedDocumentSupport: true };
    const textDocument = { ...FULL_CAPABILITIES.textDocument, diagnostic };
    await start({ capabilities: { ...FULL_CAPABILITIES, textDocument } });
    client.open(uri('redis.conf'), 'include net.conf\n');
    const related = ((await client.pull(uri('redis.conf'))) as RelatedFullDocumentDiagnosticReport).relatedDocuments;
    const report = related?.[uri('net.conf')];
    assert.ok(report?.kind === 'full' && report.items.some(({ code }) => code === UNKNOWN));
    client.change(uri('redis.conf'), { text: '# nothing\n' });
    const after = (await client.pull(uri('redis.conf'))) as RelatedFullDocumentDiagnosticReport;
    assert.deepEqual(after.relatedDocuments?.[uri('net.conf')], { kind: 'full', items: [] });
  });

  it('are judged as open documents have them, not as the disk does', async () => {
    write('net.conf', 'port 6379\n');
    await start();
    client.open(uri('redis.conf'), 'port 7000\ninclude net.conf\n');
    client.open(uri('net.conf'), 'port 6379\n');
    assert.ok((await codes('redis.conf')).includes(SHADOWED));
    client.change(uri('net.conf'), { text: 'timeout 0\n' });
    assert.ok(!(await codes('redis.conf')).includes(SHADOWED));
  });

  it('are judged as a part of the open document that includes them', async () => {
    await start();
    client.open(uri('net.conf'), 'bind 0.0.0.0\nprotected-mode no\n');
    assert.ok((await codes('net.conf')).includes('auth-missing'));
    client.open(uri('redis.conf'), 'requirepass 1f0c7a5b9d3e8426\ninclude net.conf\n');
    assert.ok(!(await codes('net.conf')).includes('auth-missing'));
  });

  it('have nothing to do with a preview or an older version of the same path', async () => {
    write('net.conf', 'port 6379\n');
    await start();
    client.open(uri('redis.conf'), 'requirepass 1f0c7a5b9d3e8426\ninclude net.conf\n');
    client.open(uri('redis.conf').replace('file:', 'git:'), 'maxmemroy 1mb\n');
    client.open(uri('net.conf').replace('file:', 'git:'), 'maxmemroy 1mb\n');
    assert.ok(!(await codes('redis.conf')).includes(UNKNOWN));
  });

  it('are read again when they change on disk, and the client is asked to pull', async () => {
    write('net.conf', 'port 6379\n');
    let refreshed: () => void = () => undefined;
    const refresh = new Promise<void>((resolve) => {
      refreshed = resolve;
    });
    await start({ prepare: (connection) => connection.onRequest(DiagnosticRefreshRequest.type, () => refreshed()) });
    client.open(uri('redis.conf'), 'include net.conf\n');
    await client.diagnostics(uri('redis.conf'));
    write('net.conf', 'port 6379\nport 7000\n');
    const changes: FileEvent[] = [{ uri: uri('net.conf'), type: FileChangeType.Changed }];
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    await refresh;
    const pushed = client.pushed(uri('net.conf'), ({ diagnostics }) => diagnostics.length > 0);
    await client.diagnostics(uri('redis.conf'));
    assert.ok((await pushed).diagnostics.some(({ code }) => code === 'struct-duplicate'));
  });

  it('that change while nobody watches them yet are noticed as soon as somebody does', async () => {
    write('conf.d/net.conf', 'port 6379\n');
    const didChangeWatchedFiles = { dynamicRegistration: true, relativePatternSupport: true };
    let refreshed: () => void = () => undefined;
    const refresh = new Promise<void>((resolve) => {
      refreshed = resolve;
    });
    await start({
      capabilities: { ...FULL_CAPABILITIES, workspace: { ...FULL_CAPABILITIES.workspace, didChangeWatchedFiles } },
      prepare: (connection) => {
        connection.onRequest(DiagnosticRefreshRequest.type, () => refreshed());
        connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
          if (JSON.stringify(registrations).includes('conf.d')) write('conf.d/net.conf', 'maxmemroy 1mb\n');
        });
      },
    });
    client.open(uri('redis.conf'), 'include conf.d/net.conf\n');
    await client.diagnostics(uri('redis.conf'));
    const pushed = client.pushed(uri('conf.d/net.conf'), ({ diagnostics }) => diagnostics.length > 0);
    await refresh;
    await client.diagnostics(uri('redis.conf'));
    assert.ok((await pushed).diagnostics.some(({ code }) => code === UNKNOWN));
  });

  it('have their folders watched where the client can', async () => {
    write('conf.d/net.conf', 'port 6379\n');
    const didChangeWatchedFiles = { dynamicRegistration: true, relativePatternSupport: true };
    const registered: string[] = [];
    let isWatched: () => void = () => undefined;
    const watched = new Promise<void>((resolve) => {
      isWatched = resolve;
    });
    await start({
      capabilities: { ...FULL_CAPABILITIES, workspace: { ...FULL_CAPABILITIES.workspace, didChangeWatchedFiles } },
      prepare: (connection) =>
        connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
          registered.push(JSON.stringify(registrations));
          if (registered.some((text) => text.includes('conf.d'))) isWatched();
        }),
    });
    client.open(uri('redis.conf'), 'include conf.d/net.conf\n');
    await client.diagnostics(uri('redis.conf'));
    await watched;
  });

  it('are read through the client where the server has no file system', async () => {
    await start({
      initializationOptions: { fileSystem: true },
      prepare: (connection) => {
        connection.onRequest(READ_FILE_REQUEST, ({ uri: asked }) =>
          asked.endsWith('/net.conf')
            ? { status: 'found', base64: Buffer.from('port 7000\n').toString('base64') }
            : { status: 'missing' },
        );
        connection.onRequest(LIST_FOLDER_REQUEST, () => ({ status: 'found' as const, names: ['net.conf'] }));
      },
    });
    const remote = 'vscode-vfs://github/somebody/something/redis.conf';
    client.open(remote, 'port 6379\ninclude net.conf\n');
    const found = await client.diagnostics(remote);
    assert.ok(
      found.some(({ code }) => code === SHADOWED),
      JSON.stringify(found),
    );
  });

  it('do not hold an answer up when they never come, and are not called missing', async () => {
    await start({
      initializationOptions: { fileSystem: true },
      prepare: (connection) =>
        connection.onRequest(READ_FILE_REQUEST, () => new Promise<ReadFileResult>(() => undefined)),
      host: { after: (_, callback) => void setImmediate(callback) },
    });
    const remote = 'vscode-vfs://github/somebody/something/redis.conf';
    client.open(remote, 'include net.conf\nmaxmemroy 1mb\n');
    const found = (await client.diagnostics(remote)).map(({ code }) => code);
    assert.ok(found.includes(UNKNOWN));
    assert.ok(!found.includes('struct-include-missing'));
  });
});
