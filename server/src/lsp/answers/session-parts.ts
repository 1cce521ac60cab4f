import type {
  CancellationToken,
  Connection,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { ClientFeatures } from '../client-features.js';
import type { Documents } from '../documents/documents.js';
import type { FileSnapshots } from '../documents/file-snapshots.js';
import type { WorkspaceAccess } from '../documents/workspace-access.js';
import type { Guard } from '../guard.js';
import type { DocumentStatus } from '../protocol.js';
import type { QuietGate } from '../quiet-gate.js';
import type { SettingsStore } from '../settings.js';
import type { Analyses } from './analysis.js';
import type { CodeActions } from './code-actions.js';
import type { Publishing } from './publishing.js';

/**
 * The engine. A client hears what is offered before the engine is read, so that features import no more of it than
 * types and get it with each question.
 */
export type Engine = typeof import('../../core/service.js');

/** What a server holds from the moment that it knows its client. */
export interface Session {
  readonly engine: Engine;
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
