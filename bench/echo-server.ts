import { TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The floor: a language server on the same libraries that does nothing with a document but keep it. */
const connection = createConnection(process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    completionProvider: {},
    hoverProvider: true,
  },
}));
connection.languages.diagnostics.on(({ textDocument: { uri } }) => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const message = `${documents.get(uri)?.lineCount ?? 0} lines`;
  return { kind: 'full', items: [{ range, message }] };
});
connection.onCompletion(() => []);
connection.onHover(() => null);
documents.listen(connection);
connection.listen();
