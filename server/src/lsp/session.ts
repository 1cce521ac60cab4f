import type { Connection } from 'vscode-languageserver';
import { createDocumentService } from '../core/document-service.js';
import * as engine from '../core/service.js';
import { createAnalyses } from './answers/analysis.js';
import { type CodeActions, createCodeActions } from './answers/code-actions.js';
import { createPublishing, type Publishing } from './answers/publishing.js';
import { createReports, type Reports } from './answers/reports.js';
import { statusOf } from './answers/status.js';
import type { Client } from './client.js';
import { createDocuments, type Documents } from './documents/documents.js';
import { createFileSnapshots } from './documents/file-snapshots.js';
import { createFileWatching } from './documents/file-watching.js';
import { reachableFiles } from './documents/host-files.js';
import { createWorkspaceAccess } from './documents/workspace-access.js';
import { answerFeatures } from './feature-table.js';
import type { Session } from './features/feature.js';
import type { Guard } from './guard.js';
import type { Host } from './host.js';
import { followClient } from './notifications.js';
import { createQuietGate, type QuietGate } from './quiet-gate.js';
import { createSettingsStore } from './settings.js';

/** Everything that a server does once it knows its client. Apart from `startServer`, so that a host may load it later. */
export function serve(
  connection: Connection,
  host: Host,
  client: Client,
  guard: Guard,
  service: engine.Service = engine.createService(),
): void {
  const documents = createDocuments();
  const files = createFileSnapshots(reachableFiles(host, connection, client), documents);
  const settings = createSettingsStore(connection.workspace, client, connection.console);
  const access = createWorkspaceAccess(client);
  const gate = createQuietGate(host.defer);
  const onLateFiles = () => guard.inBackground('publishing', publishing.changed());
  const documentService = createDocumentService(service, host.yaml);
  const analyses = createAnalyses({ service, documentService, documents, files, settings, access, host, onLateFiles });
  const reports = createReports(documents, analyses, client);
  const publishing = createPublishing(connection, documents, reports, client, gate);
  const actions = createCodeActions({ documents, reports, analyses, client, host });
  const watching = createFileWatching(connection, client);
  /** A file that changed while nobody watched it yet is noticed as soon as somebody does. */
  const watchFolders = async () => {
    const fresh = await watching.watch(files.folders());
    if (fresh.size > 0 && (await files.recheck(fresh))) await publishing.changed();
  };
  const session = createSession({ connection, guard, gate, reports, publishing, actions, watchFolders });
  answerFeatures(connection, guard, { engine, documents, reports, analyses, session });
  const told = { documents, files, settings, access, analyses, publishing, watchFolders };
  followClient({ connection, client, guard, gate, ...told });
  guard.inBackground('warming up', warmUp(service, documents, gate));
}

interface Parts {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly gate: QuietGate;
  readonly reports: Reports;
  readonly publishing: Publishing;
  readonly actions: CodeActions;
  readonly watchFolders: () => Promise<void>;
}

function createSession({ connection, guard, gate, reports, publishing, actions, watchFolders }: Parts): Session {
  return {
    actions,
    pull: async (params, token) => {
      gate.touch();
      const report = await publishing.pull(params, token);
      guard.inBackground('watching', watchFolders());
      return report;
    },
    statusOf: async (uri) => {
      const report = await reports.of(uri);
      return report ? statusOf(report) : null;
    },
    showPage: async (uri) => {
      await connection.window.showDocument({ uri, external: true });
    },
  };
}

/** The first run of the engine is many times slower than the next: better before a document is there than after. */
async function warmUp(service: engine.Service, documents: Documents, gate: QuietGate): Promise<void> {
  await gate.whenQuiet();
  const [opened] = documents.all();
  if (opened === undefined) service.lint({ path: '/redis.conf', file: service.parse(SAMPLE) });
}

/** Something of everything. */
const SAMPLE = 'bind 127.0.0.1\nport 6379\nmaxmemory 1gb\nsave 60 1\nuser alice on nopass ~a:* +@read\n';
