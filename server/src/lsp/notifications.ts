import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { Session } from './answers/session-parts.js';
import { SETTINGS_SECTION, TRUST_NOTIFICATION } from './protocol.js';

/** Follows what a client tells: what it shows and has changed, and what it was set to. */
export function followClient(session: Session): void {
  followStart(session);
  followEditing(session);
  followClosing(session);
  followSettings(session);
  followWorkspace(session);
}

/** Whoever sees findings sees them change, and no message waits for that. */
const publish = ({ guard }: Session, work: Promise<void>) => guard.inBackground('publishing', work);

function followStart({ connection, client, guard, watchFolders }: Session): void {
  connection.onInitialized(
    guard.notification('initialized', async () => {
      if (client.registersConfiguration)
        await connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
      await watchFolders();
    }),
  );
}

function followEditing(session: Session): void {
  const { connection, guard, gate, documents, settings, publishing } = session;
  connection.onDidOpenTextDocument(
    guard.notification('didOpen', (params) => {
      gate.touch();
      documents.open(params);
      publish(session, publishing.opened(params.textDocument.uri));
    }),
  );
  connection.onDidChangeTextDocument(
    guard.notification('didChange', (params) => {
      gate.touch();
      documents.change(params);
      publish(session, publishing.changed(params.textDocument.uri));
    }),
  );
  connection.onDidSaveTextDocument(
    guard.notification('didSave', async ({ textDocument }) => {
      documents.save(textDocument);
      const { run } = await settings.of(textDocument.uri);
      publish(session, publishing.changed(run === 'onSave' ? undefined : textDocument.uri));
    }),
  );
}

function followClosing(session: Session): void {
  const { connection, guard, documents, settings, analyses, publishing } = session;
  connection.onDidCloseTextDocument(
    guard.notification('didClose', ({ textDocument }) => {
      const document = documents.get(textDocument.uri);
      documents.close(textDocument);
      settings.forget(textDocument.uri);
      if (document) analyses.forget(document.key);
      publish(session, publishing.closed(textDocument.uri));
    }),
  );
}

function followSettings(session: Session): void {
  const { connection, guard, settings, access, publishing } = session;
  connection.onDidChangeConfiguration(
    guard.notification('didChangeConfiguration', ({ settings: pushed }) => {
      settings.reset(pushed);
      publish(session, publishing.changed());
    }),
  );
  connection.onNotification(
    TRUST_NOTIFICATION,
    guard.notification('didChangeTrust', ({ isTrusted }) => {
      access.changeTrust(isTrusted);
      publish(session, publishing.changed());
    }),
  );
}

function followWorkspace(session: Session): void {
  const { connection, client, guard, files, access, publishing } = session;
  connection.onDidChangeWatchedFiles(
    guard.notification('didChangeWatchedFiles', ({ changes }) => {
      for (const { uri } of changes) files.forget(uri);
      publish(session, publishing.changed());
    }),
  );
  // A client without folders cannot tell of them, and listening to it is a mistake.
  if (!client.changesFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders((event) => {
    access.changeFolders(event);
    publish(session, publishing.changed());
  });
}
