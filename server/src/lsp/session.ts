import type {
  CancellationToken,
  Connection,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
} from 'vscode-languageserver';
import * as engine from '../core/service.js';
import { type Analyses, createAnalyses } from './answers/analysis.js';
import { type CodeActions, createCodeActions } from './answers/code-actions.js';
import { createPublishing, type Publishing } from './answers/publishing.js';
import { createReports } from './answers/reports.js';
import { statusOf } from './answers/status.js';
import type { ClientFeatures } from './client-features.js';
import { createDocuments, type Documents } from './documents/documents.js';
import { createFileSnapshots, type FileSnapshots } from './documents/file-snapshots.js';
import { createFileWatching } from './documents/file-watching.js';
import { reachableFiles } from './documents/host-files.js';
import { createWorkspaceAccess, type WorkspaceAccess } from './documents/workspace-access.js';
import { answerFeatures } from './feature-table.js';
import type { Guard } from './guard.js';
import type { Host } from './host.js';
import { followClient } from './notifications.js';
import type { DocumentStatus } from './protocol.js';
import { createQuietGate, type QuietGate } from './quiet-gate.js';
import { createSettingsStore, type SettingsStore } from './settings.js';

/** What a server holds from the moment that it knows its client. */
export interface Session {
  readonly engine: typeof engine;
  readonly connection: Connection;
  readonly client: ClientFeatures;
  readonly guard: Guard;
  readonly gate: QuietGate;
  readonly documents: Documents;
  readonly files: FileSnapshots;
  readonly settings: SettingsStore;
  readonly access: WorkspaceAccess;
  readonly analyses: Analyses;
  readonly publishing: Publishing;
  readonly actions: CodeActions;
  readonly pull: (params: DocumentDiagnosticParams, token: CancellationToken) => Promise<DocumentDiagnosticReport>;
  /** Null where the document is not open. */
  readonly statusOf: (uri: string) => Promise<DocumentStatus | null>;
  /** Has the client watch the folders that files were read from. */
  readonly watchFolders: () => Promise<void>;
}

/** Everything that a server does once it knows its client. Apart from `startServer`, so that a host may load it later. */
export function serve(
  connection: Connection,
  host: Host,
  client: ClientFeatures,
  guard: Guard,
  service: engine.Service = engine.createService(),
): void {
  const session = createSession(connection, host, client, guard, service);
  answerFeatures(session);
  followClient(session);
  guard.inBackground('warming up', warmUp(service, session));
}

function createSession(
  connection: Connection,
  host: Host,
  client: ClientFeatures,
  guard: Guard,
  service: engine.Service,
): Session {
  const documents = createDocuments();
  const files = createFileSnapshots(reachableFiles(host, connection, client), documents);
  const settings = createSettingsStore(connection.workspace, client, connection.console);
  const access = createWorkspaceAccess(client);
  const gate = createQuietGate(host.defer);
  const onLateFiles = () => guard.inBackground('publishing', publishing.changed());
  const analyses = createAnalyses({ service, documents, files, settings, access, host, onLateFiles });
  const reports = createReports(documents, analyses, client);
  const publishing = createPublishing(connection, documents, reports, client, gate);
  const actions = createCodeActions({ documents, reports, analyses, client, host });
  const watching = createFileWatching(connection, client);
  /** A file that changed while nobody watched it yet is noticed as soon as somebody does. */
  const watchFolders = async () => {
    const fresh = await watching.watch(files.folders());
    if (fresh.size > 0 && (await files.recheck(fresh))) await publishing.changed();
  };
  const pull: Session['pull'] = async (params, token) => {
    gate.touch();
    const report = await publishing.pull(params, token);
    guard.inBackground('watching', watchFolders());
    return report;
  };
  const parts = { engine, connection, client, guard, gate, documents, files, settings, access, analyses, publishing };
  return {
    ...parts,
    actions,
    pull,
    watchFolders,
    statusOf: async (uri) => {
      const report = await reports.of(uri);
      return report ? statusOf(report) : null;
    },
  };
}

/** The first run of the engine is many times slower than the next: better before a document is there than after. */
async function warmUp(service: engine.Service, { documents, gate }: Session): Promise<void> {
  await gate.whenQuiet();
  const [opened] = documents.all();
  if (opened === undefined) service.lint({ path: '/redis.conf', file: service.parse(SAMPLE) });
}

/** Something of everything. */
const SAMPLE = 'bind 127.0.0.1\nport 6379\nmaxmemory 1gb\nsave 60 1\nuser alice on nopass ~a:* +@read\n';
