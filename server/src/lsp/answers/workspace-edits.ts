import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Client } from '../client.js';
import type { FileChange } from './protocol-fix.js';

/**
 * Changes as the client can take them: with the versions that they were made for, where it looks at them. Nothing asks
 * for a confirmation: who has chosen a fix has read in its title what it costs, and can undo it.
 */
export function workspaceEditOf(changes: readonly FileChange[], client: Client): WorkspaceEdit {
  if (!client.versionedEdits) return { changes: editsByUri(changes) };
  return {
    documentChanges: changes.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits: [...edits] })),
  };
}

function editsByUri(changes: readonly FileChange[]): NonNullable<WorkspaceEdit['changes']> {
  return Object.fromEntries(changes.map(({ uri, edits }) => [uri, [...edits]]));
}
