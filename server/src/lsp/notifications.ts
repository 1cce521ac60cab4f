import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { Analyses } from './answers/analysis.js';
import type { Publishing } from './answers/publishing.js';
import type { Client } from './client.js';
import type { Documents } from './documents/documents.js';
import type { FileSnapshots } from './documents/file-snapshots.js';
import type { WorkspaceAccess } from './documents/workspace-access.js';
import type { Guard } from './guard.js';
import { SETTINGS_SECTION, TRUST_NOTIFICATION } from './protocol.js';
import type { QuietGate } from './quiet-gate.js';
import type { SettingsStore } from './settings.js';

/** What changes as a client tells something. */
export interface Followers {
  readonly connection: Connection;
  readonly client: Client;
  readonly guard: Guard;
  readonly gate: QuietGate;
  readonly documents: Documents;
  readonly files: FileSnapshots;
  readonly settings: SettingsStore;
  readonly access: WorkspaceAccess;
  readonly analyses: Analyses;
  readonly publishing: Publishing;
  /** Has the client watch the folders that files were read from. */
  readonly watchFolders: () => Promise<void>;
}

/** Follows what a client tells: what it shows and has changed, and what it was set to. */
export function followClient(followers: Followers): void {
  followStart(followers);
  followEditing(followers);
  followClosing(followers);
  followSettings(followers);
  followWorkspace(followers);
}

/** Whoever sees findings sees them change, and no message waits for that. */
const publish = ({ guard }: Followers, work: Promise<void>) => guard.inBackground('publishing', work);

function followStart({ connection, client, guard, watchFolders }: Followers): void {
  connection.onInitialized(
    guard.notification('initialized', async () => {
      if (client.registersConfiguration)
        await connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
      await watchFolders();
    }),
  );
}

function followEditing(followers: Followers): void {
  const { connection, guard, gate, documents, settings, publishing } = followers;
  connection.onDidOpenTextDocument(
    guard.notification('didOpen', (params) => {
      gate.touch();
      documents.open(params);
      publish(followers, publishing.opened(params.textDocument.uri));
    }),
  );
  connection.onDidChangeTextDocument(
    guard.notification('didChange', (params) => {
      gate.touch();
      documents.change(params);
      publish(followers, publishing.changed(params.textDocument.uri));
    }),
  );
  connection.onDidSaveTextDocument(
    guard.notification('didSave', async ({ textDocument }) => {
      documents.save(textDocument);
      const { run } = await settings.of(textDocument.uri);
      publish(followers, publishing.changed(run === 'onSave' ? undefined : textDocument.uri));
    }),
  );
}

function followClosing(followers: Followers): void {
  const { connection, guard, documents, settings, analyses, publishing } = followers;
  connection.onDidCloseTextDocument(
    guard.notification('didClose', ({ textDocument }) => {
      const document = documents.get(textDocument.uri);
      documents.close(textDocument);
      settings.forget(textDocument.uri);
      if (document) analyses.forget(document.key);
      publish(followers, publishing.closed(textDocument.uri));
    }),
  );
}

function followSettings(followers: Followers): void {
  const { connection, guard, settings, access, publishing } = followers;
  connection.onDidChangeConfiguration(
    guard.notification('didChangeConfiguration', ({ settings: pushed }) => {
      settings.reset(pushed);
      publish(followers, publishing.changed());
    }),
  );
  connection.onNotification(
    TRUST_NOTIFICATION,
    guard.notification('didChangeTrust', ({ isTrusted }) => {
      access.changeTrust(isTrusted);
      publish(followers, publishing.changed());
    }),
  );
}

function followWorkspace(followers: Followers): void {
  const { connection, client, guard, files, access, publishing } = followers;
  connection.onDidChangeWatchedFiles(
    guard.notification('didChangeWatchedFiles', ({ changes }) => {
      for (const { uri } of changes) files.forget(uri);
      publish(followers, publishing.changed());
    }),
  );
  // A client without folders cannot tell of them, and listening to it is a mistake.
  if (!client.changesFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders((event) => {
    access.changeFolders(event);
    publish(followers, publishing.changed());
  });
}
