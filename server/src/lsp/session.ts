import { type Connection, DidChangeConfigurationNotification, type ExecuteCommandParams } from 'vscode-languageserver';
import { createService, type Service } from '../core/service.js';
import { createAnalyses } from './answers/analysis.js';
import { createCodeActions } from './answers/code-actions.js';
import { createPublishing } from './answers/publishing.js';
import { createReports } from './answers/reports.js';
import { statusOf } from './answers/status.js';
import type { ClientFeatures } from './client-features.js';
import { createDocuments, type Documents } from './documents/documents.js';
import { createFileSnapshots } from './documents/file-snapshots.js';
import { createFileWatching } from './documents/file-watching.js';
import { reachableFiles } from './documents/host-files.js';
import { createWorkspaceAccess } from './documents/workspace-access.js';
import type { Guard } from './guard.js';
import type { Host } from './host.js';
import { provideLanguageFeatures } from './language-features.js';
import {
  FIX_ALL_REQUEST,
  OPEN_PAGE_COMMAND,
  SETTINGS_SECTION,
  STATUS_REQUEST,
  TRUST_NOTIFICATION,
} from './protocol.js';
import { createQuietGate, type QuietGate } from './quiet-gate.js';
import { createSettingsStore } from './settings.js';

/** Everything that a server does once it knows its client. Apart from `startServer`, so that a host may load it later. */
export function serve(
  connection: Connection,
  host: Host,
  features: ClientFeatures,
  guard: Guard,
  service: Service = createService(),
): void {
  const documents = createDocuments();
  const files = createFileSnapshots(reachableFiles(host, connection, features), documents);
  const settings = createSettingsStore(connection.workspace, features, connection.console);
  const access = createWorkspaceAccess(features);
  const gate = createQuietGate(host.defer);
  const inBackground = (work: Promise<unknown>) => guard.inBackground('publishing', work);
  const onLateFiles = () => inBackground(publishing.changed());
  const analyses = createAnalyses({ service, documents, files, settings, access, host, onLateFiles });
  const reports = createReports(documents, analyses, features);
  const publishing = createPublishing(connection, documents, reports, features, gate);
  const actions = createCodeActions(documents, reports, analyses, features, host);
  const watching = createFileWatching(connection, features);
  /** A file that changed while nobody watched it yet is noticed as soon as somebody does. */
  const watchFolders = async () => {
    const fresh = await watching.watch(files.folders());
    if (fresh.size > 0 && (await files.recheck(fresh))) await publishing.changed();
  };
  provideLanguageFeatures(connection, guard, documents, analyses);
  guard.inBackground('warming up', warmUp(service, documents, gate));

  connection.onInitialized(
    guard.notification('initialized', async () => {
      if (features.registersConfiguration)
        await connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
      await watchFolders();
    }),
  );
  connection.onDidOpenTextDocument(
    guard.notification('didOpen', (params) => {
      gate.touch();
      documents.open(params);
      inBackground(publishing.opened(params.textDocument.uri));
    }),
  );
  connection.onDidChangeTextDocument(
    guard.notification('didChange', (params) => {
      gate.touch();
      documents.change(params);
      inBackground(publishing.changed(params.textDocument.uri));
    }),
  );
  connection.onDidSaveTextDocument(
    guard.notification('didSave', async ({ textDocument }) => {
      documents.save(textDocument);
      const { run } = await settings.of(textDocument.uri);
      inBackground(publishing.changed(run === 'onSave' ? undefined : textDocument.uri));
    }),
  );
  connection.onDidCloseTextDocument(
    guard.notification('didClose', ({ textDocument }) => {
      const document = documents.get(textDocument.uri);
      documents.close(textDocument);
      settings.forget(textDocument.uri);
      if (document) analyses.forget(document.key);
      inBackground(publishing.closed(textDocument.uri));
    }),
  );
  connection.onDidChangeConfiguration(
    guard.notification('didChangeConfiguration', ({ settings: pushed }) => {
      settings.reset(pushed);
      inBackground(publishing.changed());
    }),
  );
  connection.onDidChangeWatchedFiles(
    guard.notification('didChangeWatchedFiles', ({ changes }) => {
      for (const { uri } of changes) files.forget(uri);
      inBackground(publishing.changed());
    }),
  );
  if (features.changesFolders)
    connection.workspace.onDidChangeWorkspaceFolders((event) => {
      access.changeFolders(event);
      inBackground(publishing.changed());
    });
  connection.onNotification(
    TRUST_NOTIFICATION,
    guard.notification('didChangeTrust', ({ isTrusted }) => {
      access.changeTrust(isTrusted);
      inBackground(publishing.changed());
    }),
  );
  connection.languages.diagnostics.on(
    guard.request('textDocument/diagnostic', async (params, token) => {
      gate.touch();
      const report = await publishing.pull(params, token);
      inBackground(watchFolders());
      return report;
    }),
  );
  connection.onCodeAction(guard.request('textDocument/codeAction', (params) => actions.provide(params)));
  connection.onCodeActionResolve(guard.request('codeAction/resolve', (action) => actions.resolve(action)));
  connection.onRequest(
    FIX_ALL_REQUEST,
    guard.request('redisConfLint/fixAll', ({ uri }) => actions.fixAll(uri)),
  );
  connection.onExecuteCommand(
    guard.request('workspace/executeCommand', async ({ command, arguments: values = [] }: ExecuteCommandParams) => {
      const page: unknown = values[0];
      if (command === OPEN_PAGE_COMMAND && typeof page === 'string')
        await connection.window.showDocument({ uri: page, external: true });
      return null;
    }),
  );
  connection.onRequest(
    STATUS_REQUEST,
    guard.request('redisConfLint/status', async ({ uri }) => {
      const report = await reports.of(uri);
      return report ? statusOf(report) : null;
    }),
  );
}

/** The first run of the engine is many times slower than the next: better before a document is there than after. */
async function warmUp(service: Service, documents: Documents, gate: QuietGate): Promise<void> {
  await gate.whenQuiet();
  const [opened] = documents.all();
  if (opened === undefined) service.lint({ path: '/redis.conf', file: service.parse(SAMPLE) });
}

/** Something of everything. */
const SAMPLE = 'bind 127.0.0.1\nport 6379\nmaxmemory 1gb\nsave 60 1\nuser alice on nopass ~a:* +@read\n';
