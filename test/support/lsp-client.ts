import { createHash } from 'node:crypto';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  type ConnectionOptions,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import {
  createConnection,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import * as yaml from 'yaml';
import type { Service } from '../../server/src/core/service.js';
import { NODE_FILES } from '../../server/src/lsp/documents/node-files.js';
import type { Host } from '../../server/src/lsp/host.js';
import { type Serve, startServer } from '../../server/src/lsp/server.js';
import { serve } from '../../server/src/lsp/session.js';

/** What most editors can do; a test that needs less or more says so. */
export const FULL_CAPABILITIES: ClientCapabilities = {
  textDocument: {
    synchronization: {},
    diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false },
    publishDiagnostics: { relatedInformation: true, dataSupport: true, tagSupport: { valueSet: [1, 2] } },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
      isPreferredSupport: true,
      disabledSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
  workspace: {
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
    diagnostics: { refreshSupport: true },
  },
  window: { showDocument: { support: true } },
};

/** The random bytes of the test host: the secret that is made of them. */
export const TEST_RANDOM_BYTE = 0xab;
export const TEST_RANDOM_SECRET = 'ab'.repeat(32);

/** Node, but for its random bytes. */
export const testHost: Host = {
  defer: (callback) => void setImmediate(callback),
  after: (milliseconds, callback) => void setTimeout(callback, milliseconds).unref(),
  randomBytes: (count) => new Uint8Array(count).fill(TEST_RANDOM_BYTE),
  sha256: async (text) => createHash('sha256').update(text).digest(),
  yaml: () => yaml,
  files: NODE_FILES,
};

/** A language client as a test sees it. */
export interface TestClient {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  readonly open: (uri: string, text: string, languageId?: string) => void;
  /** Replaces a range, or the whole text; the version goes up by one. */
  readonly change: (uri: string, ...changes: readonly TextDocumentContentChangeEvent[]) => void;
  readonly close: (uri: string) => void;
  readonly pull: (uri: string, previousResultId?: string) => Promise<DocumentDiagnosticReport>;
  /** The items of a full report. */
  readonly diagnostics: (uri: string) => Promise<readonly Diagnostic[]>;
  readonly actions: (
    uri: string,
    diagnostics: readonly Diagnostic[],
    only?: readonly string[],
  ) => Promise<CodeAction[]>;
  /** Resolves with the next diagnostics that are pushed for a document and meet a condition. */
  readonly pushed: (
    uri: string,
    isIt?: (params: PublishDiagnosticsParams) => boolean,
  ) => Promise<PublishDiagnosticsParams>;
  /** Everything the server wrote to the log. */
  readonly log: readonly string[];
  readonly dispose: () => void;
}

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Addresses of workspace folders. */
  readonly folders?: readonly string[];
  /** For a client that knows no folders. */
  readonly rootUri?: string;
  /** Answers of the client: registered before `initialize` is sent. */
  readonly prepare?: (connection: MessageConnection) => void;
  readonly host?: Partial<Host>;
  readonly service?: Service;
  /** Hears how many bytes the server sends. */
  readonly sent?: (bytes: number) => void;
}

/** Starts the server in this process, over two streams in memory. */
export function connectInMemory(options: ClientOptions = {}): Promise<TestClient> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const serveWith: Serve = (connection, host, client, guard) => serve(connection, host, client, guard, options.service);
  const connectServer = (given: ConnectionOptions) =>
    createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), given);
  toClient.on('data', (chunk: Buffer) => options.sent?.(chunk.length));
  startServer(connectServer, { ...testHost, ...options.host }, () => () => serveWith);
  return connect(toClient, toServer, options);
}

/** Speaks to a server over two streams. */
export async function connect(input: Readable, output: Writable, options: ClientOptions = {}): Promise<TestClient> {
  const connection = createMessageConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  const log: string[] = [];
  const versions = new Map<string, number>();
  const awaited: {
    uri: string;
    isIt: (params: PublishDiagnosticsParams) => boolean;
    resolve: (p: PublishDiagnosticsParams) => void;
  }[] = [];
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    const index = awaited.findIndex(({ uri, isIt }) => uri === params.uri && isIt(params));
    if (index >= 0) awaited.splice(index, 1)[0]?.resolve(params);
  });
  options.prepare?.(connection);
  connection.listen();
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: options.rootUri ?? null,
    workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
    capabilities: options.capabilities ?? FULL_CAPABILITIES,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const pull: TestClient['pull'] = (uri, previousResultId) =>
    connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  return {
    connection,
    initialized,
    log,
    open: (uri, text, languageId = 'redis-conf') => {
      versions.set(uri, 1);
      const textDocument = { uri, languageId, version: 1, text };
      void connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    },
    change: (uri, ...changes) => {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      const params = { textDocument: { uri, version }, contentChanges: [...changes] };
      void connection.sendNotification(DidChangeTextDocumentNotification.type, params);
    },
    close: (uri) => void connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    pull,
    diagnostics: async (uri) => {
      const report = await pull(uri);
      return report.kind === 'full' ? report.items : [];
    },
    actions: async (uri, diagnostics, only) => {
      const range = diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      const context = { diagnostics: [...diagnostics], ...(only ? { only: [...only] } : {}) };
      const answer = await connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context });
      return (answer ?? []) as CodeAction[];
    },
    pushed: (uri, isIt = () => true) => new Promise((resolve) => awaited.push({ uri, isIt, resolve })),
    dispose: () => connection.dispose(),
  };
}
