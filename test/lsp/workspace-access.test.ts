import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWorkspaceFoldersNotification,
  RegistrationRequest,
} from 'vscode-languageserver';
import {
  type FileParams,
  LIST_FOLDER_REQUEST,
  READ_FILE_REQUEST,
  TRUST_NOTIFICATION,
} from '../../server/src/lsp/protocol.js';
import { type ClientOptions, connectInMemory, FULL_CAPABILITIES, type TestClient } from '../support/lsp-client.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.js';

const CAPABILITIES = { ...FULL_CAPABILITIES, workspace: { ...FULL_CAPABILITIES.workspace, workspaceFolders: true } };
/** A line of the first file that an included one overrides: seen only where that one was read. */
const SHADOWED = 'struct-include-shadow';
const UNREAD = 'config-source-unreadable';

describe('the files that the language server reads for a document', () => {
  let folder: TemporaryFolder;
  let client: TestClient | undefined;
  const uri = (name: string) => pathToFileURL(folder.of(name)).href;
  const start = async (options: ClientOptions): Promise<TestClient> => {
    client = await connectInMemory({
      capabilities: CAPABILITIES,
      ...options,
      prepare: (connection) => {
        connection.onRequest(DiagnosticRefreshRequest.type, () => undefined);
        options.prepare?.(connection);
      },
    });
    return client;
  };
  const open = (started: TestClient, name: string, include: string) =>
    started.open(uri(name), `port 1\ninclude ${include}\n`);
  /** Whether the included file was read; where it was not, that is told. */
  const isRead = async (started: TestClient, name: string): Promise<boolean> => {
    const codes = (await started.diagnostics(uri(name))).map(({ code }) => code);
    assert.notEqual(codes.includes(SHADOWED), codes.includes(UNREAD), `${codes}`);
    return codes.includes(SHADOWED);
  };

  before(() => {
    folder = temporaryFolder();
    for (const name of ['w/in.conf', 'v/in.conf', 'out.conf', 'w/deep/in.conf']) folder.file(name, 'port 2\n');
    symlinkSync('../out.conf', folder.of('w/link.conf'));
    mkdirSync(folder.of('alone'));
  });
  after(() => folder.remove());
  afterEach(() => {
    client?.dispose();
    client = undefined;
  });

  const follow = { settings: { followOutside: true } };
  const restricted = { isTrusted: false };
  const cases: readonly (readonly [
    isRead: boolean,
    what: string,
    document: string,
    include: string,
    folders: readonly string[],
    options?: object,
  ])[] = [
    [true, 'are those of its workspace folder', 'w/a.conf', 'in.conf', ['w']],
    [true, 'are those of its workspace folder, in Restricted Mode too', 'w/a.conf', 'in.conf', ['w'], restricted],
    [false, 'are none outside it', 'w/a.conf', '../out.conf', ['w']],
    [false, 'are none outside it by a symbolic link', 'w/a.conf', 'link.conf', ['w']],
    [false, 'are none of another workspace folder', 'w/a.conf', '../v/in.conf', ['w', 'v']],
    [true, 'are those of the folder that holds both', 'w/deep/a.conf', '../in.conf', ['w']],
    [false, 'are those of the innermost workspace folder', 'w/deep/a.conf', '../in.conf', ['w', 'w/deep']],
    [true, 'are all where the settings say so', 'w/a.conf', '../out.conf', ['w'], follow],
    [true, 'are all behind links where the settings say so', 'w/a.conf', 'link.conf', ['w'], follow],
    [
      false,
      'are none outside in Restricted Mode, whatever the settings say',
      'w/a.conf',
      '../out.conf',
      ['w'],
      { ...follow, ...restricted },
    ],
    [true, 'are all where it belongs to no workspace folder', 'alone/a.conf', '../out.conf', ['w']],
    [true, 'are all where there is no workspace', 'alone/a.conf', '../out.conf', []],
    [false, 'are those of its own folder where nobody trusts it', 'alone/a.conf', '../out.conf', [], restricted],
  ];
  for (const [expected, what, name, include, folders, initializationOptions] of cases) {
    it(what, async () => {
      const started = await start({ folders: folders.map(uri), initializationOptions });
      open(started, name, include);
      assert.equal(await isRead(started, name), expected);
    });
  }

  it('are those of the root of a client that knows no folders', async () => {
    const started = await start({ rootUri: uri('w') });
    open(started, 'w/a.conf', '../out.conf');
    assert.equal(await isRead(started, 'w/a.conf'), false);
  });

  it('become more when the person trusts the workspace', async () => {
    const started = await start({ folders: [uri('w')], initializationOptions: { ...follow, ...restricted } });
    open(started, 'w/a.conf', '../out.conf');
    assert.equal(await isRead(started, 'w/a.conf'), false);
    await started.connection.sendNotification(TRUST_NOTIFICATION, { isTrusted: true });
    assert.equal(await isRead(started, 'w/a.conf'), true);
  });

  it('change with the workspace folders', async () => {
    const started = await start({ folders: [] });
    open(started, 'w/a.conf', '../out.conf');
    assert.equal(await isRead(started, 'w/a.conf'), true);
    const folders = [{ uri: uri('w'), name: 'w' }];
    const change = (event: { added: typeof folders; removed: typeof folders }) =>
      started.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
    await change({ added: folders, removed: [] });
    assert.equal(await isRead(started, 'w/a.conf'), false);
    await change({ added: [], removed: folders });
    assert.equal(await isRead(started, 'w/a.conf'), true);
  });

  it('change with the settings', async () => {
    let followOutside = false;
    const workspace = { ...CAPABILITIES.workspace, configuration: true };
    const started = await start({
      capabilities: { ...CAPABILITIES, workspace },
      folders: [uri('w')],
      prepare: (connection) => connection.onRequest(ConfigurationRequest.type, () => [{ followOutside }]),
    });
    open(started, 'w/a.conf', '../out.conf');
    assert.equal(await isRead(started, 'w/a.conf'), false);
    followOutside = true;
    await started.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    assert.equal(await isRead(started, 'w/a.conf'), true);
  });

  it('are watched, and nothing outside', async () => {
    const didChangeWatchedFiles = { dynamicRegistration: true, relativePatternSupport: true };
    let watched: (registration: string) => void = () => undefined;
    const registered = new Promise<string>((resolve) => {
      watched = resolve;
    });
    const started = await start({
      capabilities: { ...CAPABILITIES, workspace: { ...CAPABILITIES.workspace, didChangeWatchedFiles } },
      folders: [uri('w')],
      prepare: (connection) =>
        connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
          const text = JSON.stringify(registrations);
          if (text.includes('baseUri')) watched(text);
        }),
    });
    open(started, 'w/a.conf', '../out.conf');
    await started.diagnostics(uri('w/a.conf'));
    const bases = [...(await registered).matchAll(/"baseUri":"([^"]+)"/g)].map(([, base]) => base);
    assert.deepEqual(bases, [uri('w')]);
  });

  it('are not asked of the client when they are outside', async () => {
    const asked: string[] = [];
    const started = await start({
      folders: ['vscode-vfs://host/w'],
      initializationOptions: { fileSystem: true },
      prepare: (connection) => {
        const answer = ({ uri: address }: FileParams) => {
          asked.push(address);
          return { status: 'missing' } as const;
        };
        connection.onRequest(READ_FILE_REQUEST, answer);
        connection.onRequest(LIST_FOLDER_REQUEST, answer);
      },
    });
    started.open('vscode-vfs://host/w/a.conf', 'include ../out.conf\ninclude in.conf\n');
    await started.diagnostics('vscode-vfs://host/w/a.conf');
    assert.ok(asked.includes('vscode-vfs://host/w/in.conf'), `${asked}`);
    assert.ok(
      asked.every((address) => /^vscode-vfs:\/\/host\/w(\/|$)/.test(address)),
      `${asked}`,
    );
  });
});
