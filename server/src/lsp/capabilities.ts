import { type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Client } from './client.js';
import { capabilitiesFor } from './feature-table.js';

/** What the server offers a client: its features, and what belongs to none of them. */
export function initializeResult(client: Client): InitializeResult {
  return {
    serverInfo: { name: 'redis-conf-language-server' },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...capabilitiesFor(client),
    },
  };
}
