import { CodeActionKind, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features.js';
import { DIAGNOSTIC_SOURCE, FIX_ALL_KIND, OPEN_PAGE_COMMAND } from './protocol.js';

/** What the server offers a client. */
export function initializeResult(features: ClientFeatures): InitializeResult {
  return {
    serverInfo: { name: 'redis-conf-language-server' },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      hoverProvider: true,
      completionProvider: { resolveProvider: true, triggerCharacters: ['+', '-', '@', '|', '%'] },
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      documentLinkProvider: { resolveProvider: false },
      ...(features.pullsDiagnostics
        ? {
            diagnosticProvider: {
              identifier: DIAGNOSTIC_SOURCE,
              interFileDependencies: true,
              workspaceDiagnostics: false,
            },
          }
        : {}),
      ...(features.codeActionLiterals
        ? {
            codeActionProvider: {
              codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND],
              resolveProvider: features.resolvesCodeActionEdits,
            },
          }
        : {}),
      ...(features.showsDocuments ? { executeCommandProvider: { commands: [OPEN_PAGE_COMMAND] } } : {}),
    },
  };
}
